"""Whatever names, bodies, days and numbers a report holds, its tags follow them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.text.english.reader import read
from flows.text.english.words import MONTHS

SURNAMES = ("Hu", "Tao", "Wei", "Zhao", "Qin", "Ouyang")
GIVEN = ("Ming", "Lifen", "Xiaoyu", "Guang", "Shan")
WESTERN = ("Anna Berg", "Peter Novak", "Joan Tremblay", "Agustín Pérez", "Ravi Kumar")
POSTS = ("deputy director", "head", "chief engineer", "president", "vice chairman", "inspector")
FIELDS = ("Posts", "Canals", "Tides", "Harbours and Rails", "Forest Lakes")
KINDS = ("Ministry", "Bureau", "Department", "Commission", "Academy")
ACTIONS = ("build halls", "train couriers", "lower fees", "protect villages", "expand depots")
UNITS = ("halls", "couriers", "depots", "villages")

names = st.one_of(
    st.builds("{} {}".format, st.sampled_from(SURNAMES), st.sampled_from(GIVEN)),
    st.sampled_from(WESTERN),
)
bodies = st.builds("{} of {}".format, st.sampled_from(KINDS), st.sampled_from(FIELDS))
days = st.tuples(st.integers(2001, 2039), st.integers(1, 12), st.integers(1, 28))
forms = st.sampled_from(
    (
        "{name}, {post} of the {body}, said that mail matters.",
        "The {post} of the {body}, {name}, said that mail matters.",
        "{name}, {body} The {post} attended and delivered a speech.",
        "“Mail matters to all of us,” said {name}, {post} of the {body}.",
        "The {body}'s {post} {name} said that mail matters.",
        "{name} ({post} of the {body}) said that mail matters.",
    )
)


@given(names, st.sampled_from(POSTS), bodies, forms)
def test_name_post_and_body_follow_the_text(name: str, post: str, body: str, form: str) -> None:
    main = read("", form.format(name=name, post=post, body=body), None).main_speaker
    assert main is not None
    assert (main.name, main.post, main.org) == (name, post, body)


@given(days)
def test_the_day_follows_the_text(day: tuple[int, int, int]) -> None:
    year, month, number = day
    told = f"On {MONTHS[month - 1].capitalize()} {number}, {year}, the Post Forum was held in Lake."
    text = told + " Hu Ming, head of the Post Office, said that mail matters."
    occasion = read("", text, None).occasion
    assert occasion.date == f"{year}-{month:02d}-{number:02d}"
    assert occasion.date_span is not None
    assert str(year) in text[slice(*occasion.date_span)]


@given(st.lists(st.sampled_from(ACTIONS), min_size=2, max_size=5, unique=True))
def test_listed_measures_follow_the_text(actions: list[str]) -> None:
    ordinals = ("first", "second", "third", "fourth", "fifth")
    listed = " ".join(f"The {o} is to {a}." for o, a in zip(ordinals, actions, strict=False))
    text = "Hu Ming, head of the Post Office, set out the next steps. " + listed
    measures = read("", text, None).measures
    assert [m.head for m in measures] == actions
    assert [m.ordinal for m in measures] == list(range(1, len(actions) + 1))


@given(st.lists(st.sampled_from(ACTIONS), min_size=2, max_size=5, unique=True))
def test_measures_in_a_row_follow_the_text(actions: list[str]) -> None:
    row = ", ".join(actions[:-1]) + " and " + actions[-1]
    text = f"Hu Ming, head of the Post Office, said that the ministry will {row}."
    assert [m.head for m in read("", text, None).measures] == actions


@given(st.integers(2, 1400) | st.integers(2_100, 9_000_000), st.sampled_from(UNITS))
def test_figures_follow_the_text(number: int, unit: str) -> None:
    text = (
        "Hu Ming, head of the Post Office, said that mail matters. "
        f"There are more than {number:,} {unit} in the north."
    )
    (figure,) = read("", text, None).figures
    assert (figure.value, figure.unit) == (f"{number:,}", unit)
    assert text[slice(*figure.span)] == figure.value


pieces = st.sampled_from(
    (
        "Hu Ming, head of the Post Office, said", "“Mail must be faster,” he added.", "First,",
        "second, build halls;", "On May 3,", "the Post Forum", "in Portville", "more than 1,200",
        "halls", "Anna Berg", "\n", ".", ",", "“", "”", '"', "The Ministry of Posts", "will build",
        "and train couriers", "Previously,", "1.", "(", ")", "'s", "of the", "said that", "—", "…",
    )
)  # fmt: skip


@given(st.lists(pieces, max_size=60).map(" ".join) | st.text(max_size=300))
def test_every_span_lies_in_the_text_and_holds_its_tag(text: str) -> None:
    reading = read("", text, None)
    spans = [
        *(s.span for s in reading.speakers),
        *(m.span for m in reading.measures),
        *(e.span for e in reading.earlier),
        reading.occasion.event_span,
        reading.occasion.place_span,
        reading.occasion.date_span,
    ]
    assert all(0 <= span[0] < span[1] <= len(text) for span in spans if span)
    assert all(text[slice(*q.span)] == q.text for q in reading.quotes)
    assert all(text[slice(*m.span)].strip() == m.text for m in reading.measures)
    assert all(f.value.split()[0] in text[slice(*f.span)].lower() for f in reading.figures)


@given(st.lists(pieces, max_size=40).map(" ".join))
def test_reading_again_gives_the_same(text: str) -> None:
    assert read("A title", text, None) == read("A title", text, None)
