"""What the Word report is written with: markup that cannot be broken out of, styles, tables, and its parts in order."""
