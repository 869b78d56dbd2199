//! A rasterizer on the processor for the window's snapshots: no display, no graphics library, the same pixels every time.
//!
//! Triangles with the top-left rule, bilinear texture, premultiplied blending in gamma space, as egui's own shaders do.

use std::collections::BTreeMap;

use egui::epaint::{ClippedPrimitive, ImageDelta, Primitive, Vertex};
use egui::{Color32, ImageData, Mesh, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// The textures that were uploaded.
#[derive(Default)]
pub(crate) struct Raster {
    textures: BTreeMap<u64, Texture>,
}

#[derive(Default)]
struct Texture {
    size: [usize; 2],
    texels: Vec<Color32>,
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut uploads: Vec<_> = std::mem::take(&mut delta.set).into_iter().collect();
        uploads.sort_by_key(|(id, _)| key(*id));
        for (id, deltas) in uploads {
            for delta in deltas {
                self.textures.entry(key(id)).or_default().apply(&delta);
            }
        }
        delta.free.clear();
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize);
        for ClippedPrimitive { clip_rect, primitive } in ctx.tessellate(output.shapes.clone(), scale) {
            if let Primitive::Mesh(mesh) = primitive {
                let texture = self.textures.get(&key(mesh.texture_id)).ok_or("a texture was never uploaded")?;
                canvas.mesh(&mesh, texture, clip_rect * scale, scale);
            }
        }
        RgbaImage::from_raw(canvas.width as u32, canvas.height as u32, canvas.pixels).ok_or("no picture".to_owned())
    }
}

fn key(id: TextureId) -> u64 {
    match id {
        TextureId::Managed(id) | TextureId::User(id) => id,
    }
}

impl Texture {
    fn apply(&mut self, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let Some([left, top]) = delta.pos else {
            *self = Self { size: image.size, texels: image.pixels.clone() };
            return;
        };
        for (row, texels) in image.pixels.chunks(image.size[0]).enumerate() {
            let start = (top + row) * self.size[0] + left;
            self.texels[start..start + texels.len()].copy_from_slice(texels);
        }
    }

    /// The color at `u`, `v` (0 to 1), mixed from the four nearest texels.
    fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let [width, height] = self.size;
        let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
        let (share_x, share_y) = (x - x.floor(), y - y.floor());
        let texel = |x: f32, y: f32| {
            let (x, y) = (x.clamp(0.0, width as f32 - 1.0), y.clamp(0.0, height as f32 - 1.0));
            self.texels[y as usize * width + x as usize].to_array().map(f32::from)
        };
        let (left, top) = (x.floor(), y.floor());
        let corners = [texel(left, top), texel(left + 1.0, top), texel(left, top + 1.0), texel(left + 1.0, top + 1.0)];
        std::array::from_fn(|channel| {
            let above = corners[0][channel] * (1.0 - share_x) + corners[1][channel] * share_x;
            let below = corners[2][channel] * (1.0 - share_x) + corners[3][channel] * share_x;
            above * (1.0 - share_y) + below * share_y
        })
    }
}

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: [0, 0, 0, 255].repeat(width * height) }
    }

    fn mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: Rect, scale: f32) {
        for corners in mesh.indices.chunks_exact(3) {
            let mut corners = [0, 1, 2].map(|idx| mesh.vertices[corners[idx] as usize]);
            for vertex in &mut corners {
                vertex.pos = (vertex.pos.to_vec2() * scale).to_pos2();
            }
            self.triangle(corners, texture, clip);
        }
    }

    fn triangle(&mut self, mut corners: [Vertex; 3], texture: &Texture, clip: Rect) {
        let edge = |a: egui::Pos2, b: egui::Pos2, x: f32, y: f32| (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
        let mut area = edge(corners[0].pos, corners[1].pos, corners[2].pos.x, corners[2].pos.y);
        if area < 0.0 {
            corners.swap(1, 2);
            area = -area;
        }
        if area <= 0.0 {
            return;
        }
        let [a, b, c] = corners;
        let bounds = Rect::from_points(&[a.pos, b.pos, c.pos]).intersect(clip);
        let range = |low: f32, high: f32, end: usize| {
            (low.round().max(0.0) as usize).min(end)..(high.round().max(0.0) as usize).min(end)
        };
        let is_inside = |weight: f32, from: egui::Pos2, to: egui::Pos2| {
            let is_top_left = (from.y == to.y && to.x > from.x) || to.y < from.y;
            weight > 0.0 || (weight == 0.0 && is_top_left)
        };
        for y in range(bounds.top() - 0.5, bounds.bottom() + 0.5, self.height) {
            for x in range(bounds.left() - 0.5, bounds.right() + 0.5, self.width) {
                let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
                if !clip.contains(egui::pos2(px, py)) {
                    continue;
                }
                let weights = [edge(b.pos, c.pos, px, py), edge(c.pos, a.pos, px, py), edge(a.pos, b.pos, px, py)];
                let ends = [(b.pos, c.pos), (c.pos, a.pos), (a.pos, b.pos)];
                if !weights.iter().zip(ends).all(|(&weight, (from, to))| is_inside(weight, from, to)) {
                    continue;
                }
                let shares = weights.map(|weight| weight / area);
                let mix = |of: &dyn Fn(&Vertex) -> f32| of(&a) * shares[0] + of(&b) * shares[1] + of(&c) * shares[2];
                let texel = texture.sample(mix(&|vertex| vertex.uv.x), mix(&|vertex| vertex.uv.y));
                let color: [f32; 4] = std::array::from_fn(|channel| {
                    mix(&|vertex| f32::from(vertex.color.to_array()[channel])) * texel[channel] / 255.0
                });
                self.blend(y * self.width + x, color);
            }
        }
    }

    fn blend(&mut self, pixel: usize, color: [f32; 4]) {
        let rest = 1.0 - color[3] / 255.0;
        for (channel, value) in color.into_iter().enumerate() {
            let below = f32::from(self.pixels[pixel * 4 + channel]);
            self.pixels[pixel * 4 + channel] = (value + below * rest).round().clamp(0.0, 255.0) as u8;
        }
    }
}
