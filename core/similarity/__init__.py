"""Evidence that two sentences say the same: wording, and meaning by the offline encoder."""
