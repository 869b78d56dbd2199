//! What is said when no window can be shown.

/// The packages that the window needs on Debian and its relatives.
const PACKAGES: &str = "libgl1 libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0";

/// Parts of messages that speak of a missing library.
const MISSING: [&str; 4] = ["xkbcommon", "libX", "libGL", "libEGL"];

/// Returns whether `error` speaks of a missing library.
pub fn is_missing_part(error: &str) -> bool {
    MISSING.iter().any(|part| error.contains(part))
}

/// Why no window can be shown, and what to do.
pub fn no_window(error: &str) -> String {
    let why = if is_missing_part(error) {
        "a library that draws windows is missing"
    } else if error.contains("DISPLAY") || error.contains("WaylandError") || error.contains("NotSupported") {
        "there is no display"
    } else if error.contains("GL") || error.contains("glutin") || error.contains("Glutin") {
        "OpenGL is missing"
    } else {
        "the system refused one"
    };
    let advice = if cfg!(target_os = "linux") {
        format!("On Debian or Ubuntu install what it needs:  sudo apt install {PACKAGES}")
    } else {
        "Install the latest driver of your graphics card".to_owned()
    };
    format!(
        "no window can be shown: {why}.\n\
         {advice}\n\
         Without a window:  crosscheck compare FILE FILE...\n\
         (the system says: {error})"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_missing_part_is_named_with_the_way_out() {
        for (error, why) in [
            ("WinitEventLoop(NotSupported(libXi.so.6: cannot open))", "library"),
            ("winit EventLoopError: neither WAYLAND_DISPLAY nor DISPLAY is set", "no display"),
            ("Found no glutin configs matching the template", "OpenGL"),
            ("something else", "refused"),
        ] {
            let text = no_window(error);
            assert!(text.lines().next().is_some_and(|line| line.contains(why)), "{text}");
            let advice = if cfg!(target_os = "linux") { "apt install libgl1" } else { "driver" };
            assert!(text.contains(advice) && text.contains("crosscheck compare"), "{text}");
        }
    }
}
