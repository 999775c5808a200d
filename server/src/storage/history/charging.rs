//! When a vehicle was charging, from what it said of itself.
//!
//! Sessions are counted anew for the time in which readings have changed, and for no other: a session
//! that began before it is taken up as it is known, and behind it the first "not charging" ends what
//! could be different. So late, doubled and disordered readings give what they would have given in
//! their order, and sessions outlive the readings that they were counted from.

mod series;

use async_trait::async_trait;
use time::{Duration, OffsetDateTime};

use super::{ChargingSession, Measure};
use crate::storage::StoreError;

pub(crate) use series::ChargingSeries;

/// How far from the beginning or the end of a session a state of charge still says something of it.
pub(crate) const NEAR: Duration = Duration::HOUR;

/// The measures from which sessions are counted.
pub(crate) const COUNTED_FROM: [Measure; 3] =
    [Measure::Charging, Measure::Battery, Measure::EnergyAdded];

/// What a database knows of the charging of one vehicle.
#[async_trait]
pub(crate) trait ChargingRows: Send {
    /// From when on there are readings of whether the vehicle is charging.
    fn raw_from(&self) -> OffsetDateTime;

    /// From when on there are readings of all measures of [`COUNTED_FROM`].
    fn complete_from(&self) -> OffsetDateTime;

    /// The last stored session that started before this instant.
    async fn session_before(
        &mut self,
        instant: OffsetDateTime,
    ) -> Result<Option<ChargingSession>, StoreError>;

    /// The stored sessions that started in [`from`, `until`), or at any time after `from`.
    async fn sessions_started(
        &mut self,
        from: OffsetDateTime,
        until: Option<OffsetDateTime>,
    ) -> Result<Vec<ChargingSession>, StoreError>;

    /// When the vehicle first said after this instant that it is not charging.
    async fn idle_after(
        &mut self,
        instant: OffsetDateTime,
    ) -> Result<Option<OffsetDateTime>, StoreError>;

    /// What the vehicle said from `from` to `until`, both included, or at any time after `from`, in
    /// order: whether it is charging. What it only repeats may be left out.
    async fn told(
        &mut self,
        from: OffsetDateTime,
        until: Option<OffsetDateTime>,
    ) -> Result<Vec<(OffsetDateTime, bool)>, StoreError>;

    /// Of the states of charge from `from` to `until` the one nearest to `at`.
    async fn battery_near(
        &mut self,
        at: OffsetDateTime,
        from: OffsetDateTime,
        until: OffsetDateTime,
    ) -> Result<Option<f64>, StoreError>;

    /// To what the energy rose from `from` to `until`, or at any time after `from`: what was said last
    /// that is not 0, since the counter may go back at the beginning and at the end.
    async fn energy_added(
        &mut self,
        from: OffsetDateTime,
        until: Option<OffsetDateTime>,
    ) -> Result<Option<f64>, StoreError>;
}

/// Sessions that were counted anew: they take the place of all that started in [`from`, `until`), or at
/// any time after `from`.
#[derive(Debug)]
pub(crate) struct Recounted {
    pub(crate) from: OffsetDateTime,
    pub(crate) until: Option<OffsetDateTime>,
    pub(crate) sessions: Vec<ChargingSession>,
}

/// Of these stored sessions and those that take the place of some of them, the ones that touch
/// [`from`, `until`), oldest first.
pub(crate) fn sessions_touching(
    mut stored: Vec<ChargingSession>,
    recounted: Option<Recounted>,
    from: OffsetDateTime,
    until: OffsetDateTime,
) -> Vec<ChargingSession> {
    if let Some(recounted) = recounted {
        stored.retain(|session| {
            session.started_at < recounted.from
                || recounted
                    .until
                    .is_some_and(|until| session.started_at >= until)
        });
        stored.extend(recounted.sessions.into_iter().filter(|session| {
            session.started_at < until && session.ended_at.is_none_or(|end| end > from)
        }));
    }
    stored.sort_by_key(|session| session.started_at);
    stored
}

/// Counts the sessions anew for the time in which readings have changed: from the first such hour to the
/// last. Other hours may have changed as well, before and after; once each of them was counted, in
/// whatever order, the sessions are those of all readings.
pub(crate) async fn recount(
    rows: &mut impl ChargingRows,
    (first, last): (OffsetDateTime, OffsetDateTime),
) -> Result<Recounted, StoreError> {
    // A state of charge belongs to a session that is near to it.
    let from = (first - NEAR).max(rows.raw_from());
    let changed_until = last + Duration::HOUR + NEAR;
    let under_way = rows
        .session_before(from)
        .await?
        .filter(|session| session.ended_at.is_none_or(|end| end >= from))
        .map(|session| session.started_at);
    let until = rows.idle_after(changed_until).await?;
    let told = rows.told(from, until).await?;
    let from = under_way.unwrap_or(from);

    let stored = rows.sessions_started(from, until).await?;
    let mut sessions = Vec::new();
    for (started_at, ended_at) in spans(under_way, &told) {
        let mut session = measured(rows, started_at, ended_at).await?;
        // What readings told that are not there any more.
        let known = stored.iter().find(|known| known.started_at == started_at);
        if let Some(known) = known.filter(|known| known.started_at < rows.complete_from()) {
            session.start_percent = session.start_percent.or(known.start_percent);
            session.energy_added = session.energy_added.or(known.energy_added);
            if known.ended_at == ended_at {
                session.end_percent = session.end_percent.or(known.end_percent);
            }
        }
        sessions.push(session);
    }
    Ok(Recounted {
        from,
        until,
        sessions,
    })
}

/// From when until when the vehicle was charging. `under_way` is when the session started that is under
/// way at the beginning.
fn spans(
    under_way: Option<OffsetDateTime>,
    told: &[(OffsetDateTime, bool)],
) -> Vec<(OffsetDateTime, Option<OffsetDateTime>)> {
    let mut spans = Vec::new();
    let mut started = under_way;
    for (at, is_charging) in told {
        match (started, is_charging) {
            (None, true) => started = Some(*at),
            (Some(start), false) => {
                spans.push((start, Some(*at)));
                started = None;
            }
            _ => {}
        }
    }
    spans.extend(started.map(|start| (start, None)));
    spans
}

async fn measured(
    rows: &mut impl ChargingRows,
    started_at: OffsetDateTime,
    ended_at: Option<OffsetDateTime>,
) -> Result<ChargingSession, StoreError> {
    let near_start = started_at + NEAR;
    let until = ended_at.map_or(near_start, |end| near_start.min(end));
    let start_percent = rows
        .battery_near(started_at, started_at - NEAR, until)
        .await?;
    let end_percent = match ended_at {
        Some(end) => {
            let from = (end - NEAR).max(started_at);
            rows.battery_near(end, from, end + NEAR).await?
        }
        None => None,
    };
    Ok(ChargingSession {
        started_at,
        ended_at,
        start_percent,
        end_percent,
        energy_added: rows.energy_added(started_at, ended_at).await?,
    })
}

#[cfg(test)]
mod tests;
