//! The lines of one chart, with the points that are drawn and those that are listed.

use time::OffsetDateTime;

use super::kind::{Kind, Name, names};
use crate::{
    history::{
        chart::{Line, Scale, Spot, line},
        condense::condense,
        model::{Point, Recorded, Series},
        piece::Piece,
        span::Span,
    },
    vehicle::value::Unit,
};

/// A chart with lines, ready to be drawn.
pub(super) struct Gathered {
    pub(super) kind: Kind,
    pub(super) span: Span,
    pub(super) unit: Unit,
    pub(super) scale: Scale,
    pub(super) members: Vec<Member>,
}

/// One line of it.
pub(super) struct Member {
    pub(super) name: Option<Name>,
    /// As it is drawn.
    pub(super) points: Vec<Point>,
    pub(super) line: Line,
    /// As it is listed.
    pub(super) rows: Vec<Point>,
}

/// A moment at which a line has something to say.
pub(super) struct Moment {
    pub(super) at: OffsetDateTime,
    /// From the left, as a fraction of the plot.
    pub(super) x: f64,
    /// What each line says then.
    pub(super) said: Vec<Option<(Spot, Point)>>,
}

/// The lines of this chart; `None` where there is nothing to draw.
pub(super) fn gather(kind: Kind, recorded: &Recorded) -> Option<Gathered> {
    let span = recorded.span;
    let mut series: Vec<&Series> = recorded
        .series
        .iter()
        .filter(|one| Kind::of(one.measure) == kind)
        .filter(|one| one.points.iter().any(Point::is_finite))
        .collect();
    let unit = series.first()?.unit.clone();
    // A line in another unit has no place on this scale.
    series.retain(|one| one.unit == unit);

    let drawn: Vec<Vec<Point>> = series
        .iter()
        .map(|one| condense(&one.points, Piece::drawn(&span)))
        .collect();
    let values = drawn
        .iter()
        .flatten()
        .flat_map(|point| [point.low, point.high]);
    let scale = Scale::of(values, kind.ends(&unit));
    let members = series
        .iter()
        .zip(names(&series))
        .zip(drawn)
        .map(|((one, name), points)| Member {
            name,
            line: line(&points, &span, &scale),
            points,
            rows: condense(&one.points, Piece::listed(&span)),
        })
        .collect();
    Some(Gathered {
        kind,
        span,
        unit,
        scale,
        members,
    })
}

impl Gathered {
    /// Every moment at which a line says something, in their order.
    pub(super) fn moments(&self) -> Vec<Moment> {
        let mut moments: Vec<Moment> = Vec::new();
        for (index, member) in self.members.iter().enumerate() {
            for (spot, point) in member.line.spots.iter().zip(&member.points) {
                let place = moments.binary_search_by_key(&spot.at, |moment| moment.at);
                let place = place.unwrap_or_else(|place| {
                    let moment = Moment {
                        at: spot.at,
                        x: spot.x,
                        said: vec![None; self.members.len()],
                    };
                    moments.insert(place, moment);
                    place
                });
                moments[place].said[index] = Some((*spot, *point));
            }
        }
        moments
    }
}
