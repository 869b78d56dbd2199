//! Tells assistive technology of what was said last.

use egui::Ui;
use egui::accesskit::Live;

use crate::gui::state::State;

/// Adds an invisible status line, read out whenever it changes.
pub fn announce(ui: &Ui, state: &State) {
    let id = ui.scope_id().with("announcement");
    let rect = egui::Rect::from_min_size(ui.min_rect().left_bottom(), egui::Vec2::ZERO);
    let response = ui.interact(rect, id, egui::Sense::empty());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, state.toasts.last()));
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(Live::Polite));
}
