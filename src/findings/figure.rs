use super::Findings;
use crate::alignment::Alignment;
use crate::analysis::Analysis;

pub(super) fn find(_articles: &[Analysis], _alignment: &Alignment) -> Findings {
    Findings::default()
}
