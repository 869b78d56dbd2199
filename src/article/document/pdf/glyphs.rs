//! The letters of a page and where they stand, as its marks draw them.
//!
//! The text operators of [ISO
//! 32000-1](https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf), chapter 9, and the few
//! others that move what they draw. Pictures, lines and colors are passed over.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources, Rotation};

use super::font::Font;
use super::stream::decoded;

/// Most operators of one page; a crowded map has some hundred thousand.
const MAX_OPERATORS: usize = 2_000_000;

/// Most letters of one page; a page of a newspaper has fifteen thousand.
const MAX_GLYPHS: usize = 200_000;

/// What drawing a form costs, in operators: measured, a form with nothing in it takes as long as some hundred of them.
const FORM: usize = 100;

/// How deep forms are drawn in forms.
const MAX_FORMS: usize = 8;

/// A letter, or the letters of a ligature.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// What it shows.
    pub(super) text: String,
    /// Its left edge, in points.
    pub(super) x0: f32,
    /// Its right edge.
    pub(super) x1: f32,
    /// The line it stands on, counted upwards.
    pub(super) y: f32,
    /// Its size.
    pub(super) size: f32,
    /// Whether it is bold.
    pub(super) is_bold: bool,
    /// Whether the file itself says that it is no part of the text, such as a running head.
    pub(super) is_artifact: bool,
    /// The number of the marked stretch it stands in: a paragraph, or a part of one. Many files mark none.
    pub(super) mark: Option<i32>,
    /// How many marks of list items the file has named before it; their dots are often no letters.
    pub(super) n_items: usize,
}

/// What stands on a page.
#[derive(Debug, Default)]
pub(super) struct Letters {
    /// The letters in the order in which they are drawn.
    pub(super) glyphs: Vec<Glyph>,
    /// Words that do not run from left to right, such as those along an edge.
    pub(super) turned: String,
    /// Whether a picture is drawn on the page.
    pub(super) has_picture: bool,
}

/// Fonts that were read, by their object in the file.
pub(super) type Fonts = HashMap<(u32, i32), Rc<Font>>;

/// A transformation as six numbers, as PDF writes them.
#[derive(Clone, Copy, Debug)]
struct Matrix([f32; 6]);

impl Matrix {
    const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// `self` first, then `next`.
    fn then(self, next: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, next.0);
        Self([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    fn moved(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    fn read(array: &Array<'_>) -> Option<Self> {
        let numbers: Vec<f32> = array.iter::<f32>().take(6).collect();
        numbers.try_into().ok().map(Self)
    }
}

/// Reads the letters of `page`.
pub(super) fn letters(page: &Page<'_>, fonts: &mut Fonts) -> Letters {
    let area = page.media_box();
    let (width, height) = ((area.x1 - area.x0) as f32, (area.y1 - area.y0) as f32);
    let upright = Matrix::moved(-area.x0 as f32, -area.y0 as f32).then(Matrix(match page.rotation() {
        Rotation::None => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        Rotation::Horizontal => [0.0, -1.0, 1.0, 0.0, 0.0, width],
        Rotation::Flipped => [-1.0, 0.0, 0.0, -1.0, width, height],
        Rotation::FlippedHorizontal => [0.0, 1.0, -1.0, 0.0, height, 0.0],
    }));
    let marks = marks(page);
    let mut drawing = Drawing { letters: Letters::default(), fonts, n_operators: 0, marked: Vec::new(), n_items: 0 };
    drawing.run(&marks, page.resources(), upright, 0);
    drawing.letters
}

/// The marks of a page: one stream or several that count as one.
fn marks(page: &Page<'_>) -> Vec<u8> {
    let raw = page.raw();
    if let Some(stream) = raw.get::<Stream<'_>>("Contents") {
        return decoded(&stream).unwrap_or_default();
    }
    let mut marks = Vec::new();
    for stream in raw.get::<Array<'_>>("Contents").iter().flat_map(Array::iter::<Stream<'_>>).take(10_000) {
        marks.extend(decoded(&stream).unwrap_or_default());
        marks.push(b' ');
        if marks.len() > 64_000_000 {
            break;
        }
    }
    marks
}

/// What text is drawn with, kept and brought back by `q` and `Q`.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    letter_spacing: f32,
    word_spacing: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
}

/// A stretch that the file marks.
struct Marked {
    is_artifact: bool,
    mark: Option<i32>,
    /// What it says instead of its letters, and where these begin.
    instead: Option<(String, usize)>,
}

struct Drawing<'f> {
    letters: Letters,
    fonts: &'f mut Fonts,
    n_operators: usize,
    marked: Vec<Marked>,
    n_items: usize,
}

impl Drawing<'_> {
    fn run(&mut self, marks: &[u8], resources: &Resources<'_>, matrix: Matrix, depth: usize) {
        let mut state = State {
            matrix,
            font: None,
            size: 1.0,
            letter_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut saved: Vec<State> = Vec::new();
        let (mut text, mut line) = (Matrix::IDENTITY, Matrix::IDENTITY);
        let n_marked = self.marked.len();
        let mut instructions = TypedIter::new(marks);
        while let Some(instruction) = instructions.next() {
            self.n_operators += 1;
            if self.n_operators > MAX_OPERATORS || self.letters.glyphs.len() > MAX_GLYPHS {
                break;
            }
            match instruction {
                TypedInstruction::SaveState(_) if saved.len() < 512 => saved.push(state.clone()),
                TypedInstruction::RestoreState(_) => state = saved.pop().unwrap_or(state),
                TypedInstruction::Transform(m) => {
                    let numbers = [m.0, m.1, m.2, m.3, m.4, m.5].map(|number| number.as_f32());
                    state.matrix = Matrix(numbers).then(state.matrix);
                }
                TypedInstruction::BeginText(_) => (text, line) = (Matrix::IDENTITY, Matrix::IDENTITY),
                TypedInstruction::CharacterSpacing(number) => state.letter_spacing = number.0.as_f32(),
                TypedInstruction::WordSpacing(number) => state.word_spacing = number.0.as_f32(),
                TypedInstruction::HorizontalScaling(number) => state.stretch = number.0.as_f32() / 100.0,
                TypedInstruction::TextLeading(number) => state.leading = number.0.as_f32(),
                TypedInstruction::TextRise(number) => state.rise = number.0.as_f32(),
                TypedInstruction::TextFont(font) => {
                    state.size = font.1.as_f32();
                    state.font = self.font(resources, font.0);
                }
                TypedInstruction::NextLine(by) => {
                    line = Matrix::moved(by.0.as_f32(), by.1.as_f32()).then(line);
                    text = line;
                }
                TypedInstruction::NextLineAndSetLeading(by) => {
                    state.leading = -by.1.as_f32();
                    line = Matrix::moved(by.0.as_f32(), by.1.as_f32()).then(line);
                    text = line;
                }
                TypedInstruction::SetTextMatrix(m) => {
                    line = Matrix([m.0, m.1, m.2, m.3, m.4, m.5].map(|number| number.as_f32()));
                    text = line;
                }
                TypedInstruction::NextLineUsingLeading(_) => {
                    line = Matrix::moved(0.0, -state.leading).then(line);
                    text = line;
                }
                TypedInstruction::ShowText(words) => self.show(words.0.as_bytes(), &state, &mut text),
                TypedInstruction::NextLineAndShowText(words) => {
                    line = Matrix::moved(0.0, -state.leading).then(line);
                    text = line;
                    self.show(words.0.as_bytes(), &state, &mut text);
                }
                TypedInstruction::ShowTextWithParameters(words) => {
                    state.word_spacing = words.0.as_f32();
                    state.letter_spacing = words.1.as_f32();
                    line = Matrix::moved(0.0, -state.leading).then(line);
                    text = line;
                    self.show(words.2.as_bytes(), &state, &mut text);
                }
                TypedInstruction::ShowTexts(parts) => {
                    for part in parts.0.iter::<Object<'_>>().take(100_000) {
                        match part {
                            Object::String(words) => self.show(words.as_bytes(), &state, &mut text),
                            Object::Number(back) => {
                                let by = -back.as_f32() / 1000.0 * state.size * state.stretch;
                                text = Matrix::moved(by, 0.0).then(text);
                            }
                            _ => {}
                        }
                    }
                }
                TypedInstruction::XObject(name) => {
                    if let Some(object) = resources.get_x_object(name.0) {
                        self.draw(&object, resources, &state, depth);
                    }
                }
                TypedInstruction::InlineImage(_) => self.letters.has_picture = true,
                TypedInstruction::BeginMarkedContent(mark) => self.begin(mark.0.as_str(), None),
                TypedInstruction::BeginMarkedContentWithProperties(mark) => {
                    let properties = match mark.1 {
                        Object::Dict(properties) => Some(properties.clone()),
                        Object::Name(name) => resources.properties.get::<Dict<'_>>(name),
                        _ => None,
                    };
                    self.begin(mark.0.as_str(), properties.as_ref());
                }
                TypedInstruction::EndMarkedContent(_) if self.marked.len() > n_marked => self.end(),
                _ => {}
            }
        }
        while self.marked.len() > n_marked {
            self.end();
        }
    }

    fn font(&mut self, resources: &Resources<'_>, name: &Name<'_>) -> Option<Rc<Font>> {
        let dict = resources.get_font(name)?;
        let key = dict.obj_id().map(|id| (id.obj_number, id.gen_number));
        if let Some(font) = key.and_then(|key| self.fonts.get(&key)) {
            return Some(Rc::clone(font));
        }
        let font = Rc::new(Font::read(&dict));
        if let Some(key) = key.filter(|_| self.fonts.len() < 5_000) {
            self.fonts.insert(key, Rc::clone(&font));
        }
        Some(font)
    }

    fn draw(&mut self, object: &Stream<'_>, outer: &Resources<'_>, state: &State, depth: usize) {
        let kind = object.dict().get::<Name<'_>>("Subtype");
        if kind.as_ref().is_some_and(|kind| kind.as_str() == "Image") {
            self.letters.has_picture = true;
            return;
        }
        if depth >= MAX_FORMS {
            return;
        }
        let Some(marks) = decoded(object) else { return };
        // Each form costs its size and the work of taking it up, so that one drawn in itself or very often ends.
        self.n_operators += FORM + marks.len() / 64;
        let own = object.dict().get::<Array<'_>>("Matrix").as_ref().and_then(Matrix::read).unwrap_or(Matrix::IDENTITY);
        match object.dict().get::<Dict<'_>>("Resources") {
            Some(resources) => self.run(&marks, &Resources::new(resources), own.then(state.matrix), depth + 1),
            None => self.run(&marks, outer, own.then(state.matrix), depth + 1),
        }
    }

    fn begin(&mut self, tag: &str, properties: Option<&Dict<'_>>) {
        self.n_items += usize::from(tag == "Lbl");
        if self.marked.len() < 10_000 {
            let outer = self.marked.last();
            let is_artifact = tag == "Artifact" || outer.is_some_and(|outer| outer.is_artifact);
            let mark =
                properties.and_then(|properties| properties.get::<i32>("MCID")).or(outer.and_then(|outer| outer.mark));
            let instead = properties.and_then(instead).map(|text| (text, self.letters.glyphs.len()));
            self.marked.push(Marked { is_artifact, mark, instead });
        }
    }

    /// Ends a marked stretch: where it says what its letters stand for, the first of them stands for all.
    fn end(&mut self) {
        let Some((text, from)) = self.marked.pop().and_then(|marked| marked.instead) else { return };
        let Some((first, rest)) = self.letters.glyphs.get_mut(from..).and_then(|glyphs| glyphs.split_first_mut())
        else {
            return;
        };
        first.text = text;
        for glyph in rest {
            if glyph.y == first.y {
                first.x1 = first.x1.max(glyph.x1);
            }
            glyph.text.clear();
        }
    }

    fn show(&mut self, bytes: &[u8], state: &State, text: &mut Matrix) {
        let Some(font) = &state.font else { return };
        let is_artifact = self.marked.last().is_some_and(|marked| marked.is_artifact);
        let mark = self.marked.last().and_then(|marked| marked.mark);
        for (code, len) in font.codes(bytes) {
            let width = font.width(code);
            let scale = Matrix([state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise]);
            let Matrix([a, b, c, d, x, y]) = scale.then(*text).then(state.matrix);
            let size = c.hypot(d);
            let shown = font.text(code);
            let is_sane = [x, y, size, a * width].iter().all(|number| number.is_finite() && number.abs() < 1e6);
            if is_sane && self.letters.glyphs.len() <= MAX_GLYPHS {
                if a > 0.0 && b.abs() <= 0.05 * a {
                    let (x0, x1) = (x.min(x + a * width), x.max(x + a * width));
                    self.letters.glyphs.push(Glyph {
                        text: shown,
                        x0,
                        x1,
                        y,
                        size,
                        is_bold: font.is_bold,
                        is_artifact,
                        mark,
                        n_items: self.n_items,
                    });
                } else if self.letters.turned.len() < 10_000 {
                    self.letters.turned.push_str(&shown);
                }
            }
            let space = if len == 1 && code == 32 { state.word_spacing } else { 0.0 };
            let by = (width * state.size + state.letter_spacing + space) * state.stretch;
            *text = Matrix::moved(by, 0.0).then(*text);
        }
    }
}

/// What the letters of a marked stretch stand for, where its properties say so.
fn instead(properties: &Dict<'_>) -> Option<String> {
    let text = properties.get::<hayro_syntax::object::String<'_>>("ActualText")?;
    Some(super::text_string(text.as_bytes()))
}
