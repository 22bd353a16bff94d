"""The compare view: two columns of sentence blocks, ribbons between them, a strip of the whole article at each side."""

from desktop.compare.view import CompareView

__all__ = ["CompareView"]
