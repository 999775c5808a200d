//! Charts as SVG, drawn by the server: exact, complete without a script, and coloured by the style
//! sheet alone.
//!
//! No crate draws them. `plotters` and `charts-rs` write their colours into every element and know no
//! class, so that neither the dark side, nor forced colours, nor print could change them; `poloto` is
//! styled by CSS, within a `<style>` that our policy forbids, and rests since 2023; `charming` runs
//! `ECharts` in an embedded V8. None of them writes a title and a description for a screen reader,
//! leaves a gap where a time has no readings, or draws lettering that keeps its size on a telephone.

mod bars;
mod label;
mod line;
mod scale;
mod time_axis;

pub(super) use bars::{Bar, bars};
pub(super) use label::spread;
pub(super) use line::{Line, Spot, line};
pub(super) use scale::{Ends, Scale};
pub(super) use time_axis::time_ticks;

/// A fraction of the plot as a percentage, for the place of a line or a word.
pub(super) fn percent(fraction: f64) -> String {
    format!("{:.2}%", fraction * 100.)
}

/// The plot within which lines are drawn is a thousand wide and a thousand high.
pub(super) const PLOT: f64 = 1000.;

/// A fraction of the plot as a coordinate of a path: short, and a tenth of a pixel exact.
fn coordinate(fraction: f64) -> String {
    let tenths = (fraction * PLOT * 10.).round() / 10.;
    format!("{tenths}")
}
