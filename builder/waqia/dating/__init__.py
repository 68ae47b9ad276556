"""Dating: when an article without a date was published, as far as it can be told from what it says."""
