//! Opens the window, or says in words what is missing to do so.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;

use egui::ViewportBuilder;

use super::app::App;
use super::fonts;
use super::prefs::APP_ID;
use crate::gui::words::start_words;

/// Set this to prefer Wayland where X11 is there too; files cannot be dropped on the window then.
const WAYLAND: &str = "CROSSCHECK_WAYLAND";

/// Opens the window with `files` and returns when it is closed.
///
/// # Errors
/// When no window can be shown; the message says what to install.
pub fn run(files: Vec<PathBuf>) -> Result<(), String> {
    super::dialogs::listen();
    quiet_missing_parts();
    let viewport = ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title(crate::gui::words::window_words::NAME)
        .with_inner_size([1280.0, 820.0])
        .with_min_inner_size([480.0, 360.0])
        .with_drag_and_drop(true);
    let viewport = match eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icons/crosscheck-256.png")) {
        Ok(icon) => viewport.with_icon(icon),
        Err(_) => viewport,
    };
    let options = eframe::NativeOptions { viewport, event_loop_builder: prefer_x11(), ..Default::default() };
    let open = || {
        eframe::run_native(
            APP_ID,
            options,
            Box::new(|context| {
                context.egui_ctx.set_fonts(fonts::definitions());
                Ok(Box::new(App::new(context, files)?))
            }),
        )
    };
    // A missing libxkbcommon-x11 ends winit with a panic: it is reported like the other missing parts, any other goes
    // on.
    match catch_unwind(AssertUnwindSafe(open)) {
        Ok(opened) => opened.map_err(|error| told(start_words::no_window(&error.to_string()))),
        Err(panic) => {
            let said = panic.downcast_ref::<String>().map(String::as_str);
            let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
            if !start_words::is_missing_part(said) {
                resume_unwind(panic);
            }
            Err(told(start_words::no_window(said)))
        }
    }
}

/// Shows `trouble` where nobody sees standard error, a program of Windows that was started from the menu, and hands it
/// on.
fn told(trouble: String) -> String {
    if cfg!(windows) {
        let title = crate::gui::words::window_words::NAME;
        rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error).set_title(title).set_description(&trouble).show();
    }
    trouble
}

/// Files cannot be dropped on a Wayland window yet (winit 0.30), so X11 is preferred where both are there.
#[cfg(target_os = "linux")]
fn prefer_x11() -> Option<eframe::EventLoopBuilderHook> {
    use winit::platform::x11::EventLoopBuilderExtX11;
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    (is_set("DISPLAY") && !is_set(WAYLAND)).then(|| -> eframe::EventLoopBuilderHook {
        Box::new(|builder| {
            builder.with_x11();
        })
    })
}

#[cfg(not(target_os = "linux"))]
fn prefer_x11() -> Option<eframe::EventLoopBuilderHook> {
    None
}

/// Panics that speak of a missing library print nothing: [`run`] says what to do.
fn quiet_missing_parts() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if !start_words::is_missing_part(&info.to_string()) {
            usual(info);
        }
    }));
}
