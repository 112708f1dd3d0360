"""`watches.toml`, read strictly: what is wrong is said with file, watch and field."""

from pathlib import Path

import pytest

from flows.alerts.channels import TERMINAL, Channel
from flows.settings import SettingError, Settings
from flows.watch_file import WatchError, check_channels, read_watches, watches_of
from flows.watches import EVERYTHING, Watch

WHOLE = """
[[watch]]
name = "harbours"
speaker = "胡明伟"
body = "MIIT"
words = ["dredg*", "数据"]
measure_words = ["buoy"]
language = "zh"
tell = ["terminal", "env:DESK", "webhook https://hook.example/token", "mailtos://u:pw@maro.example"]
digest = true
changes = true
official = true

[[watch]]
name = "all"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "watches.toml"


def error_of(file: Path, text: str) -> str:
    file.write_text(text)
    with pytest.raises(WatchError) as caught:
        read_watches(file)
    return str(caught.value)


def test_a_file_says_what_is_watched_and_how_it_is_told(file: Path) -> None:
    file.write_text(WHOLE)
    harbours, everything = read_watches(file)
    assert harbours == Watch(
        name="harbours",
        speaker="胡明伟",
        body="MIIT",
        words=("dredg*", "数据"),
        measure_words=("buoy",),
        language="zh",
        tell=(
            TERMINAL,
            Channel("message", "env:DESK"),
            Channel("webhook", "https://hook.example/token"),
            Channel("message", "mailtos://u:pw@maro.example"),
        ),
        digest=True,
        changes=True,
        official=True,
    )
    assert everything == Watch("all")


def test_without_a_file_everything_is_told_on_the_terminal(tmp_path: Path) -> None:
    assert watches_of(Settings(home=tmp_path)) == (EVERYTHING,)


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(WatchError, match=r"mine\.toml: cannot be read"):
        watches_of(Settings(home=tmp_path, watches=tmp_path / "mine.toml"))


def test_settings_name_the_file_and_how_to_deal_with_failures(tmp_path: Path) -> None:
    settings = Settings.from_env(
        {
            "ONRECORD_WATCHES": str(tmp_path / "mine.toml"),
            "ONRECORD_ALERT_ATTEMPTS": "3",
            "ONRECORD_RESEND_UNCERTAIN": "yes",
        }
    )
    assert settings.watches == tmp_path / "mine.toml"
    assert (settings.alert_attempts, settings.resend_uncertain) == (3, True)
    with pytest.raises(SettingError, match="ONRECORD_RESEND_UNCERTAIN is 'maybe'; give yes or no"):
        Settings.from_env({"ONRECORD_RESEND_UNCERTAIN": "maybe"})


def test_no_label_and_no_representation_shows_a_secret(file: Path) -> None:
    file.write_text(WHOLE)
    watches = read_watches(file)
    labels = [channel.label for channel in watches[0].tell]
    assert labels == [
        "terminal",
        "env:DESK",
        "webhook https://hook.example/…",
        "mailtos://maro.example/…",
    ]
    assert "pw" not in repr(watches)
    assert "token" not in repr(watches)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("colour = 1", "field 'colour': unknown; the fields are name, speaker"),
        ("speaker = 5", "field speaker: give a text of 1 to 200 characters"),
        ('speaker = "§§"', "field speaker: it holds no letters"),
        ('body = "…"', "field body: it holds no letters"),
        ('words = "rail"', "field words: give a list of texts in square brackets"),
        ("words = [1]", "field words: give a list of texts"),
        ("words = []", "field words: give 1 to 200 texts, or leave the field out"),
        ('words = [" "]', "field words: '': give a word"),
        ('words = ["*"]', "field words: '*': give a word"),
        ('measure_words = ["a*b"]', "field measure_words: 'a*b': give a word"),
        ('language = "English"', "field language: give a code of two or three small letters"),
        ("digest = 1", "field digest: give true or false"),
        ('changes = "yes"', "field changes: give true or false"),
        ("official = []", "field official: give true or false"),
        ('tell = "terminal"', "field tell: give a list of texts"),
        ('tell = ["pigeon"]', "field tell: entry 1: no known channel: give terminal, webhook"),
        ('tell = ["https://a.example/"]', "entry 1: a plain web address is no channel"),
        ('tell = ["webhook ftp://a.example"]', "entry 1: what follows webhook is no web address"),
        ('tell = ["webhook https://a.example:x/"]', "what follows webhook is no web address"),
        ('tell = ["env:A B"]', "entry 1: no known channel"),
        ('tell = ["tgram://a/b", "tgram://c/d"]', "entry 2: tgram://… twice: name the addresses"),
        ('tell = ["terminal", "terminal"]', "entry 2: terminal twice"),
    ],
)
def test_what_is_wrong_is_said_with_file_watch_and_field(file: Path, line: str, said: str) -> None:
    error = error_of(file, f'[[watch]]\nname = "rail"\n{line}\n')
    assert error.startswith(f"{file}: watch 'rail', field ")
    assert said in error
    assert "\n" not in error


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("watch = [", "no TOML file"),
        ("", "it holds no [[watch]]"),
        ("watch = 1", "it holds no [[watch]]"),
        ("watch = [1]", "watch number 1, field name: missing"),
        ('[watches]\nname = "a"', "unknown field 'watches'"),
        ("[[watch]]\nbody = 'MIIT'", "watch number 1, field name: missing"),
        ("[[watch]]\nname = 'a'\n[[watch]]\nname = 'a'", "two watches are named 'a'"),
    ],
)
def test_a_file_that_is_no_list_of_watches_is_refused(file: Path, text: str, said: str) -> None:
    assert said in error_of(file, text)


def test_an_endless_file_is_not_read(file: Path) -> None:
    assert "larger than 1000000 bytes" in error_of(file, "#" * 1_000_001)


@pytest.mark.parametrize(
    ("tell", "said"),
    [
        ("env:DESK", "the environment variable DESK is not set"),
        ("webhook https://hook.example/x", "set ONRECORD_WEBHOOK_SECRET to a long random text"),
        ("pigeon://loft", "pigeon is no address that Apprise knows"),
        ("env:BROKEN", "slack is no address that Apprise knows, or lacks a part"),
        ("webhook env:BROKEN", "the environment variable BROKEN is no web address"),
    ],
)
def test_what_a_channel_lacks_is_said_before_anything_is_sent(
    file: Path, tell: str, said: str
) -> None:
    file.write_text(f'[[watch]]\nname = "rail"\ntell = ["{tell}"]\n')
    with pytest.raises(WatchError) as caught:
        check_channels(file, read_watches(file), {"BROKEN": "slack://secret"})
    assert said in str(caught.value)
    assert "watch 'rail', tell, " in str(caught.value)
    assert "secret" not in str(caught.value).replace("ONRECORD_WEBHOOK_SECRET", "")
