"""The root of all failures that a person can mend. Standard library only."""


class Failure(Exception):  # noqa: N818 - it is told to people, who know failures
    """Something that a person can mend; the message is one sentence that says what to do."""
