"""What a group missed, as a table and as a page to print."""

from html.parser import HTMLParser

from app.documents.sheets import sheet_from
from app.documents.training_review import review_csv, review_page
from joic_policy.training import Practice, Review, review, right_answers, scenarios

PLAN = ("rang_off", "doorbell")


def reviewed() -> Review:
    """Two learners: one has everything right, the other answers nothing."""
    good = bad = Practice(plan=PLAN, returns=False)
    for exercise_id in PLAN:
        good = good.after(right_answers(scenarios()[exercise_id].exercise))
        bad = bad.after({})
    return review([good, bad])


class Page(HTMLParser):
    """The cells of a page and the tags in it."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name in {"src", "href"}]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_table_has_a_row_for_each_clause() -> None:
    """With the same numbers as the review."""
    whole = reviewed()
    rows = sheet_from(review_csv(whole), file="review.csv").rows

    assert [(row.cells["clause"], row.cells["asked"], row.cells["missed at first"]) for row in rows] == [
        (each.clause_id, str(each.asked), str(each.missed)) for each in whole.clauses
    ]
    assert rows


def test_the_page_holds_everything_and_fetches_nothing() -> None:
    """Clauses, exercises and learners, in tables that a printer may part between rows."""
    whole = reviewed()
    page = Page(
        review_page(whole, title="Spring", told="2 learners", learners=[("AB", "2", "11 of 11 marks")])
    )

    for word in ("Spring", "2 learners", "AB", "11 of 11 marks", "She rang off", "TEL-1", "3 of 6"):
        assert word in page.words
    assert not page.tags & {"script", "img", "link", "iframe"}


def test_what_was_typed_stays_text() -> None:
    """A title is the trainer's own words."""
    page = Page(review_page(reviewed(), title="<script>alert(1)</script>", told="<b>", learners=[]))

    assert "script" not in page.tags
    assert "b" not in page.tags
    assert "<script>alert(1)</script>" in page.words
