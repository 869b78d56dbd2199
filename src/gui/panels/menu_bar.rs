//! The menus, and the buttons that are needed most.

use egui::containers::menu::MenuConfig;
use egui::{Align, Button, Layout, MenuBar, Style, Ui};

use super::articles::progress_ui;
use crate::gui::command::{Command, MENUS};
use crate::gui::state::State;
use crate::gui::state::slots::file_name;
use crate::gui::words::window_words;

/// The toolkit's look of menus, but with the ring around what has the focus of the keyboard.
fn menu_style(style: &mut Style) {
    let active = style.visuals.widgets.active.bg_stroke;
    egui::containers::menu::menu_style(style);
    style.visuals.widgets.active.bg_stroke = active;
}

/// Draws the bar.
pub fn menu_bar_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    MenuBar::new().style(menu_style).config(MenuConfig::new().style(menu_style)).ui(ui, |ui| {
        for (name, groups) in MENUS {
            ui.menu_button(*name, |ui| {
                ui.set_min_width(230.0);
                for (idx, group) in groups.iter().enumerate() {
                    if idx > 0 {
                        ui.separator();
                    }
                    for command in *group {
                        item_ui(ui, state, command, commands);
                    }
                    if idx == 0 && group.contains(&Command::OpenSample) {
                        recent_ui(ui, state, commands);
                    }
                }
            });
        }
        if state.comparison.is_some() && state.is_busy() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| progress_ui(ui, state, commands));
        } else if state.comparison.is_some() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for command in [Command::SaveReport, Command::PasteBar, Command::Open] {
                    let hint = command.shortcut(ui.ctx()).unwrap_or_default();
                    if ui.button(command.label()).on_hover_text(hint).clicked() {
                        commands.push(command);
                    }
                }
            });
        }
    });
}

/// Draws the menu of recent stories.
fn recent_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.add_enabled_ui(!state.prefs.recent.is_empty(), |ui| {
        ui.menu_button(window_words::RECENT, |ui| {
            ui.set_min_width(320.0);
            for (idx, files) in state.prefs.recent.iter().enumerate() {
                let names: Vec<String> = files.iter().map(|file| file_name(file)).collect();
                let text = window_words::recent_story_by(state.prefs.headline(files), &names);
                if ui.button(text).clicked() {
                    commands.push(Command::OpenRecent(idx));
                    ui.close();
                }
            }
        });
    });
}

fn item_ui(ui: &mut Ui, state: &State, command: &Command, commands: &mut Vec<Command>) {
    let mut button = Button::new(command.label());
    if let Some(key) = command.keys().first() {
        button = button.shortcut_text(ui.ctx().format_shortcut(key));
    }
    if let Some(is_on) = command.is_on(state) {
        button = button.selected(is_on);
    }
    if ui.add_enabled(command.is_enabled(state), button).clicked() {
        commands.push(command.clone());
        ui.close();
    }
}
