"""From the text of one article to the templates of the events it tells."""
