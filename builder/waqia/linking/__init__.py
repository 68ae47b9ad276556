"""Names to actors and places; tellings to incidents across articles."""
