//! What of a page people see, as far as the markup itself says it: style sheets are not read.

use scraper::node::Element;

/// Words of classes whose text appears beside a word while the pointer rests on it; in the markup it stands in the middle
/// of a sentence.
const ON_HOVER: &[&str] = &["tooltiptext", "tooltip-content", "popover-content", "hovercard"];

/// Classes by which the usual style sheets keep a text for screen readers alone: "opens in a new window".
const READ_ALOUD: &[&str] = &[
    "a11y-hidden",
    "screen-reader-only",
    "screen-reader-text",
    "show-for-sr",
    "sr-only",
    "u-visually-hidden",
    "visually-hidden",
    "visuallyhidden",
];

/// Whether the text of `element` is not shown.
pub(super) fn is_hidden(element: &Element) -> bool {
    is_never_shown(element.name())
        || element.attr("hidden").is_some()
        || element.attr("role") == Some("tooltip")
        || (element.name() == "dialog" && element.attr("open").is_none())
        || declares(element, |property, value| match property {
            "display" => value == "none",
            "visibility" => value == "hidden" || value == "collapse",
            _ => false,
        })
        || element.attr("class").is_some_and(|classes| {
            classes.split_whitespace().any(|class| {
                ON_HOVER.contains(&class)
                    || READ_ALOUD.contains(&class)
                    || class.contains("rollover") && class.contains("block")
            })
        })
}

/// Whether the text of `element` is struck out: a correction that leaves what stood before.
pub(super) fn is_struck(element: &Element) -> bool {
    matches!(element.name(), "del" | "s" | "strike")
        || declares(element, |property, value| {
            matches!(property, "text-decoration" | "text-decoration-line") && value.contains("line-through")
        })
}

/// Whether the text of `element` is raised above the line.
pub(super) fn is_raised(element: &Element) -> bool {
    element.name() == "sup"
        || declares(element, |property, value| {
            property == "vertical-align" && matches!(value, "super" | "text-top")
                || property == "font-variant-position" && value == "super"
        })
}

/// Elements whose text no browser shows, or which hold what a reader may choose.
fn is_never_shown(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "script"
            | "style"
            | "noscript"
            | "template"
            | "iframe"
            | "object"
            | "svg"
            | "math"
            | "canvas"
            | "audio"
            | "video"
            | "textarea"
            | "datalist"
            | "select"
            | "rp"
            | "amp-ad"
            | "amp-sidebar"
    )
}

/// Whether the element's own style has a declaration that `is_told` by property and value, both in lower case.
fn declares(element: &Element, is_told: impl Fn(&str, &str) -> bool) -> bool {
    element.attr("style").is_some_and(|style| {
        style.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(property, value)| {
            let value = value.to_ascii_lowercase();
            let value = value.trim().trim_end_matches("!important").trim_end();
            is_told(property.trim().to_ascii_lowercase().as_str(), value)
        })
    })
}
