//! A window over the room that holds the keys until it is closed: help, messages, what was read.

use egui::{Context, Frame, Id, Margin, Modal, ScrollArea, Ui, vec2};

use crate::gui::command::Command;
use crate::gui::reading::scroll::scroll_keys;
use crate::gui::words::window_words;

/// Space between the edge of the window and what it holds.
const MARGIN: i8 = 18;

/// Returns the frame of a window over the room.
pub fn frame(ctx: &Context) -> Frame {
    Frame::popup(&ctx.global_style()).inner_margin(Margin::same(MARGIN))
}

/// Draws a window called `name`, at most `width` wide, with `contents` that scroll and a button that closes it.
pub fn modal_ui(
    ctx: &Context,
    name: &str,
    width: f32,
    commands: &mut Vec<Command>,
    contents: impl FnOnce(&mut Ui, &mut Vec<Command>),
) {
    let screen = ctx.content_rect().size();
    let inner = vec2(width.min(screen.x - 80.0), screen.y - 170.0).max(vec2(120.0, 80.0));
    let modal = Modal::new(Id::unique(name)).frame(frame(ctx)).show(ctx, |ui| {
        ui.set_width(inner.x);
        let scroll = ScrollArea::vertical().max_height(inner.y).auto_shrink([false, true]);
        // As high as it will be from the first frame on: nothing may move under a pointer that is about to click.
        scroll.min_scrolled_height(inner.y).show(ui, |ui| {
            let delta = scroll_keys(ui, inner.y);
            if delta != 0.0 {
                ui.scroll_with_delta(vec2(0.0, -delta));
            }
            // The scroll bar lies over the contents.
            ui.set_max_width(inner.x - 16.0);
            contents(ui, commands);
        });
        ui.add_space(10.0);
        ui.vertical_centered(|ui| ui.button(window_words::CLOSE).clicked()).inner
    });
    if modal.inner || modal.should_close() {
        commands.push(Command::Escape);
    }
}
