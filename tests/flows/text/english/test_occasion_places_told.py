"""Places as reports tell them: in front, at the end of a headline, online too, or of a visit."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

SAID = "Hu Ming, deputy director of the Ministry of Posts, said that halls must open."
WHO = "Hu Ming, deputy director of the Ministry of Posts,"
PLACES: tuple[tuple[str, str, str | None], ...] = (
    ("", f"In Sundby, the 2031 Mail Forum was held on May 3. {SAID}", "Sundby"),
    ("", f"On May 3, in Sundby, the 2031 Mail Forum opened. {SAID}", "Sundby"),
    ("", f"Our reporters Anna Berg and Hu Bei reported from Sundby\n{SAID}", "Sundby"),
    ("", f"{WHO} said during a visit to Sundby that halls must open.", "Sundby"),
    ("", f"{WHO} said during a visit to the Post Museum that halls must open.", None),
    ("", f"{WHO} said in an interview in Oslo that halls must open.", "Oslo"),
    ("", f"{WHO} said in an interview in Post Weekly that halls must open.", None),
    ("", f"{WHO} told reporters in Sundby that halls must open.", "Sundby"),
    ("", f"{WHO} said in Sundby that halls must open.", "Sundby"),
    ("", f"{WHO} said in Mandarin that halls must open.", None),
    ("", f"SUNDBY, Harland — {SAID}", "Sundby"),
    ("", f"Lakenews.com, Sundby, May 3 (Reporter Anna Berg) {SAID}", "Sundby"),
    ("", f"The 2031 Mail Forum will be held in Oslo next year. {SAID}", None),
    ("", f"Speaking at the Post University in Sundby, {WHO} said so.", "Post University in Sundby"),
    ("", f"Speaking at the Mail Forum, {WHO} said so.", None),
    ("", f"{WHO} said at the meeting, held via video link, that halls must open.", "video link"),
    ("", f"The mail seminar was held both online and offline in Sundby. {SAID}", "Sundby"),
    (
        "",
        f"The mail seminar was held in person and online in the Sundby Zone. {SAID}",
        "Sundby Zone",
    ),
    ("", "In a visit to the Sundby Fort, General Secretary Hu Ming said so.", None),
    ("Speech at the Mail Forum, Sundby", f"Ladies and gentlemen,\nI am glad. {SAID}", "Sundby"),
    ("Hu Ming: Remarks at the Mail Forum in Sundby", f"Good morning.\nI am glad. {SAID}", "Sundby"),
    ("", f"{WHO} said at the 2031 Oslo Mail Forum that halls must open.", "Oslo"),
    ("", f"{WHO} said at the Lake Mail Forum that halls must open.", None),
    ("", f"Sundby-Alm, Harland, 3 May 2031 – {SAID}", "Sundby-Alm"),
    ("", f"Sundby, Harland, 3 May 2031 – {SAID}", "Sundby"),
    ("", f"{WHO} said at the Mail Forum in the Swedish ski resort that halls must open.", None),
    ("", "The speech made by Hu Ming, the Posts Minister, in Sundby on 3 May 2031.", "Sundby"),
    ("Hu Ming speaks at the Mail Forum, Urges Haste", f"Good morning. {SAID}", None),
)


@pytest.mark.parametrize(("title", "text", "place"), PLACES)
def test_place(title: str, text: str, place: str | None) -> None:
    assert read(title, text + " We will build more halls.", None).occasion.place == place


@pytest.mark.parametrize("who", ["Wang", "Wang Ming"])
def test_who_speaks_behind_the_comma_is_no_place(who: str) -> None:
    text = f"Posts Minister Wang Ming came. Speaking at a mail briefing in Sundby, {who} said so."
    assert read("", text + " We will build more halls.", None).occasion.place == "Sundby"
