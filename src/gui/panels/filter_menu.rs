//! The menu that narrows the findings list by kind, by decision and by article.

use egui::{Role, Ui, WidgetInfo};

use crate::gui::reading::act::Act;
use crate::gui::reading::scene::Scene;
use crate::view::facts::column_titles;
use crate::view::filter::{Decided, Filter, kinds};
use crate::view::list_words;
use crate::wording::look::kind_heading;
use crate::wording::review_words;

/// Draws the button of the menu, and the menu when it is open.
pub(crate) fn filter_menu_ui(ui: &mut Ui, scene: &Scene<'_>, filter: &Filter, acts: &mut Vec<Act>) {
    let n_set =
        filter.kinds.len() + usize::from(filter.article.is_some()) + usize::from(filter.decided != Decided::All);
    let mut changed = filter.clone();
    let menu = ui.menu_button(list_words::filter_button(n_set), |ui| {
        ui.set_min_width(190.0);
        ui.weak(list_words::KINDS);
        for (kind, n) in kinds(scene.comparison, scene.standing, filter.hints) {
            let mut is_on = changed.kinds.contains(&kind);
            if ui.checkbox(&mut is_on, list_words::heading(kind_heading(kind), n)).changed() {
                changed.toggle_kind(kind);
            }
        }
        ui.separator();
        ui.weak(review_words::DECISIONS);
        for (choice, name) in [
            (Decided::All, review_words::ANY_DECISION),
            (Decided::Decided, review_words::ONLY_DECIDED),
            (Decided::Undecided, review_words::ONLY_UNDECIDED),
        ] {
            ui.radio_value(&mut changed.decided, choice, name);
        }
        if scene.comparison.articles.len() > 1 {
            ui.separator();
            ui.weak(list_words::ARTICLES);
            ui.radio_value(&mut changed.article, None, list_words::ANY_ARTICLE);
            for (idx, title) in column_titles(scene.comparison).into_iter().enumerate() {
                ui.radio_value(&mut changed.article, Some(idx), title);
            }
        }
    });
    menu.response.widget_info(|| WidgetInfo::selected(Role::Button, true, n_set > 0, list_words::filter_button(n_set)));
    if changed != *filter {
        acts.push(Act::Filter(changed));
    }
}
