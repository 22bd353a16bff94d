"""What an analysis becomes on its way out: sentences, a PDF, JSON."""
