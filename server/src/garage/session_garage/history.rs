//! What a car has said over time, for its page.

use app::{
    error::AppError,
    history::{
        model::{HistoryView, Point, Reach, Recorded, Series, Session},
        piece::Piece,
        span::{Asked, Span, SpanProblem},
    },
    vehicle::{model::VehicleId, units::Units},
};
use futures::future::{try_join, try_join_all};
use time::{Duration, OffsetDateTime};

use super::{SessionGarage, internal, views};
use crate::{
    auth::Query,
    garage::readings,
    storage::{
        self, ChargingSession, GarageVehicle, Measure, MeasureSpan, Resolution, Store, StoreError,
    },
};

mod measure;

impl SessionGarage {
    /// The history of a vehicle of this session, in the span that the query asks for.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`]; [`AppError::VehicleNotFound`]; [`AppError::Internal`].
    pub(super) async fn read_history(
        &self,
        vehicle: &VehicleId,
        query: &str,
    ) -> Result<HistoryView, AppError> {
        let row = self.own(vehicle).await?;
        let now = self.state.clock.now();
        let store = self.state.store.as_ref();
        let (owner, id) = (&row.vehicle.owner, &row.vehicle.vehicle);
        let kept = store
            .measures(owner, id)
            .await
            .map_err(|error| internal(&error))?;
        let asked = match span(query, now) {
            Ok(span) => Ok(recorded(store, row, &kept, span, self.units)
                .await
                .map_err(|error| internal(&error))?),
            Err(problem) => Err(problem),
        };
        Ok(HistoryView {
            vehicle: views::vehicle(row),
            asked,
            reach: reach(&kept),
            now,
        })
    }
}

/// The span that a query asks for.
fn span(query: &str, now: OffsetDateTime) -> Result<Span, SpanProblem> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let query = Query::parse(query, &Asked::NAMES).map_err(|_| SpanProblem::Unreadable)?;
    let [period, at, from, until] = Asked::NAMES.map(|name| query.get(name));
    Asked {
        period,
        at,
        from,
        until,
    }
    .span(now)
}

fn reach(kept: &[MeasureSpan]) -> Option<Reach> {
    let first = kept.iter().map(|span| span.first).min()?;
    let last = kept.iter().map(|span| span.last).max()?;
    Some(Reach { first, last })
}

async fn recorded(
    store: &dyn Store,
    row: &GarageVehicle,
    kept: &[MeasureSpan],
    span: Span,
    units: Units,
) -> Result<Recorded, StoreError> {
    let shown = kept
        .iter()
        .filter_map(|kept| Some((kept.measure, measure::shown(kept.measure)?)));
    let series = shown.map(|(measure, (shown, unit))| async move {
        let points = points(store, row, measure, &span).await?;
        let (points, unit) = readings::converted(points, &unit, units);
        Ok::<_, StoreError>(Series {
            measure: shown,
            unit,
            points,
        })
    });
    let (owner, vehicle) = (&row.vehicle.owner, &row.vehicle.vehicle);
    let sessions = store.charging_sessions(owner, vehicle, span.from, span.until);
    let (series, sessions) = try_join(try_join_all(series), sessions).await?;
    Ok(Recorded {
        span,
        series,
        sessions: sessions.iter().map(session).collect(),
    })
}

/// The points from which a measure is drawn. Readings that are kept no more as they came are there by
/// the hour.
async fn points(
    store: &dyn Store,
    row: &GarageVehicle,
    measure: Measure,
    span: &Span,
) -> Result<Vec<Point>, StoreError> {
    let (owner, vehicle) = (&row.vehicle.owner, &row.vehicle.vehicle);
    let from = match measure {
        // The first distance is counted from the piece before.
        Measure::Odometer => span.from.saturating_sub(Piece::driven(span).longest()),
        _ => span.from,
    };
    let read = |from, until, resolution| async move {
        let points = store.points(owner, vehicle, measure, from, until, resolution);
        let points = points.await?.into_iter();
        Ok::<_, StoreError>(points.map(move |point| drawn(&point, resolution)))
    };
    let resolution = resolution(Piece::drawn(span));
    if resolution.length() >= Duration::HOUR {
        return Ok(read(from, span.until, resolution).await?.collect());
    }
    // By whole hours, so that an hour whose readings are kept is known from one whose are not.
    let last_hour = Piece::Hour.start_of(span.until.saturating_sub(Duration::SECOND));
    let (begin, end) = (Piece::Hour.start_of(from), Piece::Hour.end_of(last_hour));
    let fine: Vec<Point> = read(begin, end, resolution).await?.collect();
    let is_thinned = |hour: &Point| {
        let next = fine.partition_point(|point| point.at < hour.at);
        let ends = hour.at.saturating_add(hour.length);
        fine.get(next).is_none_or(|point| point.at >= ends)
    };
    let hours = read(begin, end, Resolution::Hour).await?;
    let thinned: Vec<Point> = hours.filter(is_thinned).collect();
    let is_within =
        |point: &Point| point.at.saturating_add(point.length) > from && point.at < span.until;
    let mut points: Vec<Point> = fine.into_iter().chain(thinned).filter(is_within).collect();
    points.sort_by_key(|point| point.at);
    Ok(points)
}

/// In which resolution the store has these pieces, or what they are made of.
fn resolution(piece: Piece) -> Resolution {
    match piece {
        Piece::Minute => Resolution::Minute,
        Piece::FiveMinutes | Piece::QuarterHour => Resolution::FiveMinutes,
        Piece::Hour | Piece::ThreeHours | Piece::SixHours => Resolution::Hour,
        Piece::Day | Piece::Week | Piece::Month => Resolution::Day,
    }
}

fn drawn(point: &storage::Point, resolution: Resolution) -> Point {
    Point {
        at: point.from,
        length: resolution.length(),
        low: point.low,
        mean: point.mean,
        high: point.high,
        last: point.last,
        readings: point.readings,
    }
}

fn session(stored: &ChargingSession) -> Session {
    Session {
        started_at: stored.started_at,
        ended_at: stored.ended_at,
        start_percent: stored.start_percent,
        end_percent: stored.end_percent,
        energy_added: stored.energy_added,
    }
}
