"""What an article owes to the others: classes, scores, direction and credit."""
