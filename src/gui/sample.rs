//! The built-in story, so that the window can be tried without any file at hand.

/// Names and bytes of its articles.
pub const FILES: &[(&str, &[u8])] = &[
    ("harbour-wire.txt", include_bytes!("../../samples/opioid-ring/harbour-wire.txt")),
    ("meridian-post.html", include_bytes!("../../samples/opioid-ring/meridian-post.html")),
    ("northgate-herald.md", include_bytes!("../../samples/opioid-ring/northgate-herald.md")),
];
