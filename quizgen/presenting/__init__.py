"""What several formats say of a quiz alike: how an item is explained, cited and keyed, tabled and marked up."""
