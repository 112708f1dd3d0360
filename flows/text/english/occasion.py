"""When and where a statement was made: the event, its hosts, the day and the place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime

from flows.text.english.datelines import dateline
from flows.text.english.days import Placed, day_of_speech, day_rule, find_day, precision, written
from flows.text.english.encounters import FoundEvent
from flows.text.english.events import find_events
from flows.text.english.places import find_place, place_above, place_at_end, place_of_name
from flows.text.english.postless import SPEECH_BY
from flows.text.english.sentences import Sentence
from flows.text.english.speakers import Voices
from flows.text.english.speech import Attribution
from storage.records import Occasion, Span, Speaker

# Shorter places in capitals may be letters: UAE.
_ACRONYM = 4
# The act of speaking is told at the beginning; what stands further down is background.
LEAD_SENTENCES = 10
_AT = re.compile(
    r"\b(?:at|during|attended|attending|addressed|tells?|told|to|in|of) (?:the |an? )?[\"“]?$",
    re.IGNORECASE,
)
_HOSTED = re.compile(
    r"\b(?:(?:co-?)?(?:hosted|sponsored|organi[sz]ed)|with) (?:jointly )?by (?:the )?"
)
_HOSTS_END = re.compile(
    r" (?:was|were|is|has|will|took|opened|kicked|said|in [A-Z])"
    r"|,? (?:held|which|who|with|on)\b|[.;]"
)
_EARLIER = re.compile(
    r"\b(?:previously|earlier|once (?:stated|said)|last (?:year|month|week))\b",
    re.IGNORECASE,
)
# What is announced is not what was said.
_COMING = re.compile(
    r"\b(?:next|upcoming|forthcoming|potential|possible|planned|proposed|future)\b", re.IGNORECASE
)
# A parliament in session is where much else is said.
_SESSION = re.compile(r"\bsession of the .*(?:Congress|Committee|Conference|CPPCC|NPC)\b")
_THIS_WEEK = re.compile(r"\b(?:this|next) (?:week|month|year)'s [\"“]?$")
_WILL_BE = re.compile(
    r".{0,80}?\bwill (?:be held|open|take place)\b| (?:to be|due|scheduled|slated|set for)\b"
)
# What will be done there tells of no words that were said there.
_WILL_AT = re.compile(
    r"\b(?:will|to be|(?:is|are) (?:set|expected|due) to) (?:[a-z]{2,12} ){1,4}?(?:at|during|in)"
    r" (?:the |an? )?(?:[a-z]{4,8} )?[\"“]?$"
)
_WAS_HELD = re.compile(r".{0,400}?\b(?:held|took place|opened|kicked off|convened)\b")
_TITLE_HELD = re.compile(
    r" (?:was |is )?(?:held|opens?|opened|kicks off|concludes)\b", re.IGNORECASE
)
_HOLDING = re.compile(
    r"\b(?:held|hosted|convened|chaired|gave|gives|inaugurated|inaugurates|opened)"
    r" (?:the |an? )?[\"“]?$",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"\b(?:[Ss]peaking|[Ss]poke|[Ss]peaks|[Rr]emarks|speech|address) (?:[a-z]{2,12} )?"
    r"(?:at|on|to|during|in|before) (?:the |an? )?[\"“]?$"
)
# What stands beside a photograph tells of that.
_CAPTION = re.compile(r"\(?(?:Photo|Image|Picture)\b")
_GIVEN = re.compile(
    r"\b(?:briefing|transcript|remarks|speech|address|statement|press conference)\b", re.IGNORECASE
)
_SITE_OF = re.compile(r"\b(?:site|home|venue|host|eve|members?|leaders?) of (?:the )?$")
# What reports call an occasion by where they give no name; any fuller name comes first.
_NOUN_ALONE = re.compile(
    r"symposium|seminar|forum|summit|conference|hearing|briefing|workshop|reception", re.IGNORECASE
)
_PEOPLE = re.compile(r"(?:Members|Leaders|Delegates|Deputies) (?:of|to)\b")
# In an interview somebody speaks, whatever is held the same day.
_INTERVIEW = re.compile(r"\binterview (?:with|to)\b")
# Labels above a speech: Event, Venue, Delivered.
_LABEL = re.compile(r"[A-Z][a-z]{3,12} ?: \S")
# Somebody spoke before or after it.
_AROUND = re.compile(
    r"\b(?:(?:after (?:attending |chairing )?|ahead of|before|prior to|following|since"
    r"|sidelines of)"
    r"|(?:recommendation|suggestion|proposal|motion)s?(?: No\. ?\d{1,5})? (?:of|at))"
    r" ?(?:the (?:start|opening|beginning|close|end) of )?(?:the |a |an )?[\"“]?$",
    re.IGNORECASE,
)


def occasion(
    title: str,
    sents: Sequence[Sentence],
    heard: Voices,
    published: datetime | None,
    aside: Sequence[Span] = (),
) -> Occasion:
    """Event, hosts, day and place of the statement, from its lead and the acts of speaking.

    What stands in the spans `aside` belongs to other statements.
    """
    lead = [s for s in _lead(sents, heard.acts, heard.main) if not _EARLIER.search(s.text)]
    sentence, event = _event(lead, [*(p.span for p in heard.people if p.span), *aside])
    line = dateline(sents)
    day = find_day(lead, sentence, line, published, aside)
    day = day or _day_above(title, sents, heard.main)
    persons = frozenset(word for p in heard.people if p.name for word in p.name.split())
    placed = place_above(title) or find_place(lead, event, sentence, line, persons)
    event = event or _in_title(title)
    placed = placed or place_at_end(title) or (place_of_name(event.name) if event else None)
    place, place_span, place_rule = placed or (None, None, "")
    span = (
        (sentence.start + event.start, sentence.start + event.end) if sentence and event else None
    )
    found, date_span = written(day, event, published)
    return Occasion(
        event=event.name if event else None,
        hosts=_hosts(sentence, event),
        date=found,
        precision=precision(day, found),
        place=_in_small(place),
        event_span=span,
        date_span=date_span,
        place_span=place_span,
        event_rule=_event_rule(event, span),
        date_rule=day_rule(day, sentence, line) if found else "",
        place_rule=place_rule,
    )


def _day_above(title: str, sents: Sequence[Sentence], main: Speaker | None) -> Placed | None:
    """The day above a speech or a briefing that is given in full."""
    given = (main is not None and main.rule == SPEECH_BY) or _GIVEN.search(title)
    return day_of_speech(title, sents) if given else None


def _in_small(place: str | None) -> str | None:
    """A dateline's place without its capitals."""
    if not (place and place.isupper() and len(place) > _ACRONYM):
        return place
    return re.sub(r"['’][A-Z]", lambda mark: mark.group().lower(), place.title())


def told_in(when: Occasion, spans: Sequence[Span]) -> bool:
    """Whether the event or the day of an occasion stands in one of `spans`."""
    own = [span for span in (when.event_span, when.date_span) if span]
    return any(start <= place < end for place, _ in own for start, end in spans)


def _event_rule(event: FoundEvent | None, span: Span | None) -> str:
    if event is None:
        return ""
    if span is None:
        return "headline"
    return "event in capitals" if event.weight > 1 else "event in small letters"


def _lead(
    sents: Sequence[Sentence], spoken: Sequence[Attribution], main: Speaker | None
) -> list[Sentence]:
    first = [*range(min(LEAD_SENTENCES, len(sents))), *(act.sentence for act in spoken[:8])]
    lead = [sents[number] for number in sorted(set(first)) if not _is_caption(sents, number)]
    if main is None or main.rule != SPEECH_BY or main.span is None:
        return lead
    # What a speech in full speaks of are other events than its own.
    above = bisect_right(lead, main.span[0], key=lambda sentence: sentence.start)
    labels = [s for s in lead[above + 1 :] if _LABEL.match(s.text)]
    return [*lead[: above + 1], *labels]


def _is_caption(sents: Sequence[Sentence], number: int) -> bool:
    following = sents[number + 1].text if number + 1 < len(sents) else ""
    return bool(_CAPTION.match(sents[number].text) or _CAPTION.match(following))


def _in_title(title: str) -> FoundEvent | None:
    """The event of a headline that says it was held, or that somebody spoke at it."""
    return next(
        (
            event
            for event in find_events(title)
            if " " in event.name
            and (event.weight == 1 or _said_at(title, event) or _TITLE_HELD.match(title, event.end))
        ),
        None,
    )


def _said_at(text: str, event: FoundEvent) -> bool:
    return bool(_AT.search(text[: event.start][-20:]))


def _event(
    lead: Sequence[Sentence], taken: Sequence[Span]
) -> tuple[Sentence | None, FoundEvent | None]:
    """The event named most clearly: by name, told to be held, or at which somebody spoke.

    None that opens in a `taken` span.
    """
    best: tuple[int, Sentence, FoundEvent] | None = None
    for order, sentence in enumerate(lead):
        for event in find_events(sentence.text):
            place = sentence.start + event.start
            rest = sentence.text[event.end :]
            if any(start <= place < end for start, end in taken):
                continue
            if (
                _is_bare(event)
                or _PEOPLE.match(event.name)
                or _COMING.search(event.name)
                or _WILL_BE.match(rest)
            ):
                continue
            before = sentence.text[: event.start][-40:]
            if _SITE_OF.search(before) or _WILL_AT.search(before):
                continue
            score = 10 * event.weight - 2 * order - 3 * event.name.endswith("statement")
            here = _said_at(sentence.text, event)
            score += 4 * here + 4 * bool(_WAS_HELD.match(rest))
            score += 6 * bool(_HOLDING.search(before)) + 8 * bool(_SPEAKING.search(before))
            score += 12 * bool(here and _INTERVIEW.match(event.name))
            score -= 8 * (" " not in event.name)
            score -= 4 * bool(_SESSION.search(event.name) and not here)
            score -= 10 * bool(_THIS_WEEK.search(before) and not _AT.search(before))
            score -= 16 * bool(event.weight < 3 and _AROUND.search(before))
            if best is None or score > best[0]:
                best = (score, sentence, event)
    return (best[1], best[2]) if best else (None, None)


def _is_bare(event: FoundEvent) -> bool:
    """A bare "meeting" names nothing that could be found again; of an interview there is one."""
    return " " not in event.name and event.weight > 0 and not _NOUN_ALONE.fullmatch(event.name)


def _hosts(sentence: Sentence | None, event: FoundEvent | None) -> tuple[str, ...]:
    if sentence is None or event is None:
        return ()
    hosted = _HOSTED.search(sentence.text, event.end)
    if hosted is None:
        return ()
    end = _HOSTS_END.search(sentence.text, hosted.end())
    listed = sentence.text[hosted.end() : end.start() if end else len(sentence.text)][:600]
    parts = re.split(r", and (?:the )?|, (?:the )?", listed)
    if len(parts) == 1:
        parts = re.split(r" and (?=the )", listed)
    return tuple(part.removeprefix("the ").strip() for part in parts if part[:1].isupper())
