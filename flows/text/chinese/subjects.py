"""Whose verb of speaking it is: the person, unnamed official or body that stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from flows.text.chinese.persons import Mention
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.subject import Subject, body_subject, convener, meeting
from flows.text.chinese.unposted import before_adverbials
from flows.text.chinese.words import MEDIUM_POSTS, POST, SURE_VERB
from flows.text.surnames import COMPOUND_SURNAMES

# How far before its verb a person may stand, an unnamed official, a pronoun; and a chair
# before 主持.
_REACH, _OFFICIAL_REACH, _PRONOUN_REACH, _CHAIR_REACH = 160, 60, 40, 30
_PRONOUN = re.compile(
    "(?:^|[,;。“”、:而])(?:但|同时|此外|对此|为此|最后|另外)?,?"
    "(?:[他她](?!们)|其(?!中|他|它|实|余)|(?:该|上述|这位|这名)[^,。;:]{0,8}?(?:负责人|发言人|"
    "官员|人士|同志))"
)
_ELIDED = re.compile(
    "(?:同时|此外|对此|为此|最后|并且?|还|也|另外|其中|,|会上|进一步|特别|再次|又|随后|就此)*"
)
_MEETING = re.compile("(?:^|[,。;])(?:本次|此次|这次)?(?:会议|大会|会|活动|文章|讲话)(?:还|也)?$")
_OBJECT = re.compile(
    "(?:[对向跟问以](?!了)|会见了?|采访了?|专访|陪同|感谢|祝贺|贯彻|学习|落实|传达|按照|根据|"
    "任命|免去|听取了?|关于)$"
)
# 会见甲国总统霍尔和总理王东时表示.
_MET_REACH = 40
_MET = re.compile("(?:会见|会晤|接见|拜会)[^,。;:]{0,36}$")
# What a person does who then speaks.
_TOPIC_REACH = 80
_DOES = re.compile(
    "[^,。;]{0,40}?(?:出席|主持|参加|调研|考察|走访|视察|来到|[会接]见|会晤|率|受邀|应邀|接受|做客|督导|带来|走上|亮相|"
    "检查|作报告|讲课|授课|致辞)"
)
# What parts those who are listed: 、副部长.
_LISTED = re.compile(rf"[、,和及][\u3400-\u9fff、]{{0,24}}?{POST.pattern}")
_ATTENDS = re.compile("出席|参加")
_CHAIRED = re.compile("主持召开")
_MODERATED = re.compile("主持(?=[^,。;]{0,12}会)")
# 宣读省长致辞; 三家单位交流发言: somebody else's words than those of the person before.
_OTHERS_WORDS = re.compile(
    "宣读|转达|(?:单位|企业|代表|专家|嘉宾|地区|部门)(?:分别|依次|先后)?(?:进行|作|做)了?[^,]{0,8}$"
)
_INVITED_TO = re.compile("(?:[作做])?介绍|答记者问")
# Titles by which a page goes on calling its only speaker; and how far before its verb one stands.
_TITLE_REACH = 24
_TITLE = re.compile(
    "(?:^|[,。;:“”])(?:对此,?|最后,?)?(?P<title>总统|行政长官|副总统|[部院市省署局司]长|总理|首相|主席|主委|大臣)"
    "(?=[^,。;:“”\u4e00]{0,12}$)"
)


class Subjects:
    """The persons and unnamed officials of a text, under all the forms by which it calls them."""

    def __init__(
        self, text: str, found: Sequence[Mention], also: Mapping[str, set[str]] | None = None
    ) -> None:
        """`also` gives forms of names from elsewhere (`forms` of another text's subjects)."""
        self._text = text
        self._unnamed = [m for m in found if m.name is None]
        owners = {form: set(names) for form, names in (also or {}).items()}
        for mention in found:
            for form in self._forms(mention):
                owners.setdefault(form, set()).add(self._name(mention))
        self.forms = owners
        self._owner = {form: min(own) for form, own in owners.items() if len(own) == 1}
        held: dict[str, set[str]] = {}
        for mention in found:
            if mention.name and mention.post:
                held.setdefault(text[slice(*mention.post)], set()).add(self._name(mention))
        self._titles = {post: min(names) for post, names in held.items() if len(names) == 1}
        ordered = sorted(self._owner, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, ordered)) or "(?!)")

    def _name(self, mention: Mention) -> str:
        return self._text[slice(*mention.name)].replace(" ", "") if mention.name else ""

    def _forms(self, mention: Mention) -> Iterator[str]:
        """How a text calls a person: 胡明, 霍尔 (安娜·霍尔), 胡部长, 胡女士, 邮政部部长."""
        name, post = self._name(mention), self._text[slice(*mention.post)] if mention.post else ""
        if mention.name is None or MEDIUM_POSTS.search(post):
            return
        yield name
        yield self._text[slice(*mention.name)]
        if "·" in name[:-2]:
            yield name.rsplit("·", 1)[1]
        surname = name[: 2 if name.startswith(COMPOUND_SURNAMES) else 1]
        yield from (surname + title for title in (post[-2:], "先生", "女士") if title)
        if post.endswith("院长"):
            yield surname + "揆"
        if mention.org and mention.post and mention.org[1] == mention.post[0]:
            yield self._text[mention.org[0] : mention.post[1]]

    def people(self, words: str) -> list[tuple[int, int, str]]:
        """Every person in `words`: start, end, full name."""
        return [(m.start(), m.end(), self._owner[m.group()]) for m in self._pattern.finditer(words)]

    def of(self, sentence: Sentence, verb: re.Match[str], last: Subject | None) -> Subject | None:
        """The subject of a verb in the sentence; a pronoun or none means `last`, who spoke last."""
        words, at = sentence.text, verb.start()
        clause = max(words.rfind(c, 0, at) for c in ',;:。“”"') + 1
        if _OTHERS_WORDS.search(words, clause, at) or _is_invitation(words, verb):
            return None
        near = (
            self._person(words, verb),
            body_subject(words, clause, at),
            self._official(sentence, at),
        )
        nearest = max((s for s in near if s), key=lambda s: s.span, default=None)
        pronoun = _PRONOUN.search(words, max(0, at - _PRONOUN_REACH), at)
        if pronoun and last and (nearest is None or nearest.span[1] <= pronoun.start() + 1):
            return last
        if nearest:
            return nearest.shifted(sentence.start)
        if _MEETING.search(words[:at]):
            here = convener(words[:at])
            if here:
                return here.shifted(sentence.start)
            return self._of_meeting(last)
        return last if _ELIDED.fullmatch(words, 0, at) else None

    def topic(self, sentence: Sentence) -> Subject | None:
        """The person of whose doings a sentence tells at its beginning: 胡明主持会议。他表示…."""
        words = sentence.text[:_TOPIC_REACH]
        for start, end, name in self.people(words):
            if _DOES.match(words, end) and not _OBJECT.search(words[max(0, start - 4) : start]):
                return Subject((start, end), name).shifted(sentence.start)
        return None

    def _of_meeting(self, last: Subject | None) -> Subject | None:
        """Whose the words of a meeting are that is named no further."""
        return self._chair or last or self._moderator or self._convener

    @cached_property
    def _chair(self) -> Subject | None:
        return self._presiding(_CHAIRED)

    @cached_property
    def _moderator(self) -> Subject | None:
        return self._presiding(_MODERATED)

    @cached_property
    def _convener(self) -> Subject | None:
        return convener(self._text) or meeting(self._text)

    def _presiding(self, presides: re.Pattern[str]) -> Subject | None:
        """Who presided: the words of a meeting are those of its chair."""
        for presided in presides.finditer(self._text):
            start = max(0, presided.start() - _CHAIR_REACH)
            if people := self.people(self._text[start : presided.start()]):
                first, last, name = people[-1]
                return Subject((start + first, start + last), name)
        return None

    def _person(self, words: str, verb: re.Match[str]) -> Subject | None:
        at = verb.start()
        for start, end, name in reversed(self.people(words[:at])):
            if at - end > _REACH:
                return None
            if _OBJECT.search(words[max(0, start - 4) : start]) or _is_met(words, start, end, at):
                continue
            sure = SURE_VERB.match(words, at) or before_adverbials(words, end, at) == end
            speaks = self._first_listed(words, start, at) or Subject((start, end), name)
            return speaks if sure else None
        return self._by_title(words, at)

    def _first_listed(self, words: str, start: int, at: int) -> Subject | None:
        """Of those who attend together, 部长胡明、副部长王东出席并…, the first, who speaks."""
        first = None
        for begin, end, name in reversed(self.people(words[:start])):
            if not (_LISTED.fullmatch(words, end, start) and _ATTENDS.search(words, start, at)):
                break
            first, start = Subject((begin, end), name), begin
        return first

    def _by_title(self, words: str, at: int) -> Subject | None:
        """总统表示: a bare title at a clause's beginning is the only person's who holds it."""
        title = _TITLE.search(words, max(0, at - _TITLE_REACH), at)
        name = self._titles.get(title["title"]) if title else None
        return Subject(title.span("title"), name) if title and name else None

    def _official(self, sentence: Sentence, at: int) -> Subject | None:
        """The unnamed official before the verb, as a span of the sentence."""
        for m in reversed(self._unnamed):
            near = m.end - sentence.start <= at <= m.end - sentence.start + _OFFICIAL_REACH
            if sentence.start <= m.start and near:
                org = self._text[slice(*m.org)] if m.org else None
                post = self._text[slice(*m.post)] if m.post else None
                return Subject((m.start, m.end), None, org, post).shifted(-sentence.start)
        return None


def _is_met(words: str, start: int, end: int, at: int) -> bool:
    """会见甲国总统霍尔时表示: whether the person between `start` and `end` is the one met."""
    return "时" in words[end:at] and bool(_MET.search(words, max(0, start - _MET_REACH), start))


def _is_invitation(words: str, verb: re.Match[str]) -> bool:
    """请部长介绍情况,并答记者问: somebody is asked to speak, and has not yet."""
    at = verb.start()
    return bool(_INVITED_TO.match(words, at)) and "请" in words[max(0, at - _REACH) : at]
