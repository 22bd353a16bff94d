"""Documents in, :class:`core.model.Article` out: paragraphs, sentences, tokens, quotations, mentions."""

from core.segment.article import one_sentence, segment

__all__ = ["one_sentence", "segment"]
