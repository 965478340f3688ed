//! The bar chart of findings by problem, as SVG for the HTML report.

use super::excerpt::Excerpt;
use super::tally::{Line, SEVERITIES, Table};
use super::words::{self, fill};
use crate::i18n::Lang;
use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, RGBColor, TextStyle};
use std::fmt::Display;
use std::io;
use unicode_width::UnicodeWidthStr;

/// Bars drawn at most.
const BARS: usize = 12;
/// Width of the drawing in its own units.
const WIDTH: i32 = 800;
/// Columns of text a label may take.
const LABEL_COLUMNS: usize = 34;
/// Units a column of text takes.
const COLUMN: usize = 8;
/// Height of a bar and of its row.
const BAR: (i32, i32) = (20, 32);
/// Height of the scale above the bars, and of the legend below them.
const EDGES: (i32, i32) = (30, 40);
/// Colour of the text, dark enough to read on white.
const INK: u32 = 0x0022_2222;
/// Colour of the lines behind the bars.
const GRID: u32 = 0x00D0_D0D0;

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// Colours of the severities, the gravest first; each stands out on white and against its neighbour.
pub const COLORS: [u32; 4] = [0x00B0_0020, 0x00E0_8A00, 0x0000_6EA8, 0x0076_7676];

/// Says in words what the chart shows, for readers who do not see it.
#[must_use]
pub fn description(table: &Table, lang: Lang) -> String {
    let (between, colon) = match lang {
        Lang::Zh => ("；", " "),
        Lang::En => ("; ", " "),
    };
    let bars = table.lines.iter().take(table.lines.len().saturating_sub(1));
    let bars = bars.map(|line| format!("{}{colon}{}", line.label, line.total()));
    fill(words::CHART_DESC.get(lang), &[&bars.collect::<Vec<_>>().join(between)])
}

/// Gives the step of an axis up to `most`: 1, 2 or 5 times a power of ten, at most ten steps.
#[must_use]
pub fn step(most: u64) -> u64 {
    let powers = (0..19).map(|power| 10_u64.pow(power));
    let mut steps = powers.flat_map(|ten| [1, 2, 5].map(|n| ten.saturating_mul(n)));
    steps.find(|&step| most.div_ceil(step) <= 10).unwrap_or(u64::MAX)
}

/// Draws the table by rule as stacked bars; `None` where there is nothing to draw.
///
/// The result is an `svg` element to be put into a page: its text stays text, and a title and a
/// description say what it shows.
///
/// # Errors
/// When the drawing library fails, which writing to memory gives it no reason to.
pub fn svg(table: &Table, lang: Lang) -> io::Result<Option<String>> {
    let lines: Vec<&Line> = table.lines.iter().take(table.lines.len().saturating_sub(1)).take(BARS).collect();
    let Some(most) = lines.iter().map(|line| line.total()).max().filter(|&most| most > 0) else {
        return Ok(None);
    };
    let labels: Vec<String> = lines.iter().map(|line| label(&line.label)).collect();
    let left = labels.iter().map(|label| label.width()).max().unwrap_or_default() * COLUMN + 16;
    let left = i32::try_from(left).unwrap_or(WIDTH / 2);
    let bottom = EDGES.0 + BAR.1 * i32::try_from(lines.len()).unwrap_or_default();
    let height = bottom + EDGES.1;
    let mut svg = String::new();
    {
        let size = (WIDTH.unsigned_abs(), height.unsigned_abs());
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        let axis = Axis { left, right: WIDTH - 60, step: step(most), most };
        scale(&area, &axis, bottom).map_err(failed)?;
        for ((row, line), label) in (0..).zip(&lines).zip(&labels) {
            bar(&area, &axis, EDGES.0 + row * BAR.1 + BAR.1 / 2, line, label).map_err(failed)?;
        }
        legend(&area, left, bottom + EDGES.1 / 2, lang).map_err(failed)?;
        area.present().map_err(failed)?;
    }
    Ok(Some(accessible(&svg, height, table, lang)))
}

/// Where counts stand from left to right.
struct Axis {
    left: i32,
    right: i32,
    step: u64,
    most: u64,
}

impl Axis {
    fn end(&self) -> u64 {
        self.most.div_ceil(self.step).saturating_mul(self.step)
    }

    fn x(&self, count: u64) -> i32 {
        let share = count as f64 / self.end().max(1) as f64;
        self.left + (f64::from(self.right - self.left) * share).round() as i32
    }
}

/// Draws the lines behind the bars and the numbers above them.
fn scale(area: &Area<'_>, axis: &Axis, bottom: i32) -> Result<(), DrawingAreaErrorKind<io::Error>> {
    for n in 0..=axis.end() / axis.step {
        let count = n * axis.step;
        let x = axis.x(count);
        area.draw(&PathElement::new(vec![(x, EDGES.0), (x, bottom)], color(GRID)))?;
        area.draw_text(&count.to_string(), &text(HPos::Center), (x, EDGES.0 / 2))?;
    }
    Ok(())
}

/// Draws one bar with its label before it and its number after it.
fn bar(
    area: &Area<'_>,
    axis: &Axis,
    middle: i32,
    line: &Line,
    label: &str,
) -> Result<(), DrawingAreaErrorKind<io::Error>> {
    area.draw_text(label, &text(HPos::Right), (axis.left - 8, middle))?;
    let (top, bottom) = (middle - BAR.0 / 2, middle + BAR.0 / 2);
    let mut from = 0;
    for (count, ink) in line.counts.into_iter().zip(COLORS).filter(|(count, _)| *count > 0) {
        let corners = [(axis.x(from), top), (axis.x(from + count), bottom)];
        area.draw(&Rectangle::new(corners, color(ink).filled()))?;
        from += count;
    }
    area.draw_text(&from.to_string(), &text(HPos::Left), (axis.x(from) + 6, middle))
}

/// Draws the meaning of the colours.
fn legend(area: &Area<'_>, left: i32, y: i32, lang: Lang) -> Result<(), DrawingAreaErrorKind<io::Error>> {
    let mut x = left;
    for (severity, ink) in SEVERITIES.into_iter().zip(COLORS) {
        let word = words::severity(severity).get(lang);
        area.draw(&Rectangle::new([(x, y - 6), (x + 12, y + 6)], color(ink).filled()))?;
        area.draw_text(word, &text(HPos::Left), (x + 18, y))?;
        x += 18 + i32::try_from(word.width() * COLUMN).unwrap_or_default() + 24;
    }
    Ok(())
}

/// Replaces the head of the drawing by one that names it and lets the page give it its size.
fn accessible(svg: &str, height: i32, table: &Table, lang: Lang) -> String {
    let body = svg.split_once('>').map_or("", |(_, body)| body);
    format!(
        "<svg role=\"img\" aria-labelledby=\"chart-title chart-desc\" viewBox=\"0 0 {WIDTH} {height}\">\
         <title id=\"chart-title\">{}</title><desc id=\"chart-desc\">{}</desc>{body}",
        escaped(words::CHART_TITLE.get(lang)),
        escaped(&description(table, lang)),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn label(text: &str) -> String {
    Excerpt::new(text, 0, "", LABEL_COLUMNS).text()
}

fn text(side: HPos) -> TextStyle<'static> {
    // The backend divides the size by 1.24; 18 gives letters of about 14 units.
    let style = TextStyle::from(("sans-serif", 18.0, FontStyle::Normal));
    TextStyle { color: color(INK).to_backend_color(), ..style }.pos(Pos::new(side, VPos::Center))
}

const fn color(rgb: u32) -> RGBColor {
    let [_, red, green, blue] = rgb.to_be_bytes();
    RGBColor(red, green, blue)
}

fn failed(error: impl Display) -> io::Error {
    io::Error::other(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(counts: &[[u64; 4]]) -> Table {
        let line = |counts: &[u64; 4]| Line { label: "繁体字<&>".into(), counts: *counts };
        Table { title: words::BY_RULE, lines: counts.iter().map(line).collect() }
    }

    #[test]
    fn an_axis_has_at_most_ten_whole_steps() {
        let steps = [(0, 1), (1, 1), (10, 1), (11, 2), (21, 5), (50, 5), (51, 10), (100_000, 10_000)];
        for (most, expected) in steps {
            assert_eq!(step(most), expected, "{most}");
        }
        assert!(step(u64::MAX) > 0);
    }

    #[test]
    fn a_chart_is_text_and_asks_for_nothing() -> io::Result<()> {
        let chart = svg(&table(&[[3, 1, 0, 0], [3, 1, 0, 0]]), Lang::Zh)?.unwrap_or_default();
        assert!(chart.starts_with("<svg role=\"img\""));
        assert!(chart.contains("繁体字&lt;&amp;&gt;") && !chart.contains("繁体字<"));
        assert!(!chart.contains("http") && !chart.contains("style="));
        assert_eq!(svg(&table(&[]), Lang::Zh)?, None);
        assert_eq!(svg(&table(&[[0; 4], [0; 4]]), Lang::Zh)?, None);
        Ok(())
    }
}
