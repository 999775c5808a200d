//! One story of the store, told to both databases.

mod attempts;
mod budgets;
mod charging;
mod commands;
mod deliveries;
mod ending;
mod garages;
mod history;
mod holds;
mod names;
mod sessions;
mod signals;
mod watch;

use std::{future::Future, sync::Arc};

use server::{
    clock::Clock,
    storage::{GarageId, Retention, Store, StoredVehicle, VehicleDescription},
};
use smartcar::{ConnectionId, UserId, VehicleId};

use crate::support::{SetClock, database};

/// Tells each part of the story to each database, in a test of its own.
macro_rules! story {
    ($($chapter:ident: $($part:ident),+;)+) => {
        mod sqlite {
            $($(#[tokio::test] async fn $part() {
                super::tell(super::database::sqlite(super::Retention::default()).await, super::$chapter::$part).await;
            })+)+
        }
        mod postgres {
            $($(#[tokio::test] async fn $part() {
                super::tell(super::database::postgres(super::Retention::default()).await, super::$chapter::$part).await;
            })+)+
        }
    };
}

story! {
    attempts:
        an_attempt_is_taken_once_and_by_its_own_browser,
        an_attempt_is_too_late_at_its_end,
        an_attempt_remembers_what_it_is_for,
        two_requests_at_once_take_an_attempt_once;
    sessions:
        a_session_lives_until_its_end,
        an_ended_session_takes_its_garage_along;
    garages:
        a_garage_shows_the_vehicles_of_its_owners_oldest_first,
        a_description_that_tells_less_loses_nothing,
        removing_reaches_what_was_named_and_nothing_else,
        an_erased_owner_is_gone_from_every_garage,
        hostile_text_is_stored_as_text;
    names:
        a_name_belongs_to_one_owner_and_one_vehicle,
        a_name_can_be_replaced_and_taken_back,
        connecting_again_keeps_the_name,
        a_name_goes_with_its_vehicle,
        a_vehicle_that_is_gone_gets_no_name,
        a_hostile_name_is_stored_as_text;
    signals:
        an_older_value_never_replaces_a_newer_one,
        a_trouble_keeps_the_last_good_value,
        a_newer_value_ends_the_trouble,
        a_late_trouble_does_not_hide_a_newer_value,
        signals_go_with_their_vehicle,
        a_vehicle_that_is_gone_takes_in_nothing,
        a_garage_reads_only_the_codes_it_names,
        hostile_signals_are_stored_as_text;
    budgets:
        a_request_is_taken_from_both_budgets,
        two_requests_at_once_take_the_last_one_once,
        what_smartcar_forbids_is_remembered,
        other_requests_empty_the_bucket,
        a_vehicle_that_is_gone_needs_no_request;
    deliveries:
        an_event_is_kept_once_and_waits_in_its_order,
        an_event_of_long_ago_is_forgotten,
        two_deliveries_at_once_are_one,
        many_are_kept_in_one_write,
        what_one_replica_has_taken_no_other_takes,
        what_is_never_finished_is_left_alone_longer_each_time_and_given_up,
        what_is_delivered_is_no_reading_of_carports_own,
        a_trouble_ends_where_it_is_named,
        a_trouble_that_comes_after_its_end_does_not_begin;
    commands:
        a_command_is_there_before_it_is_sent,
        one_at_a_time_for_each_vehicle,
        two_presses_of_one_form_are_one_command,
        what_nobody_works_on_does_not_stand_in_the_way,
        what_was_seen_stays_seen,
        the_newest_come_first_and_older_ones_are_known,
        commands_go_with_their_vehicle;
    history:
        a_reading_is_on_every_chart_at_once,
        only_the_pieces_of_the_period_are_read,
        every_unit_becomes_the_one_of_the_measure,
        what_is_too_old_or_of_the_future_is_not_kept,
        any_order_and_doubling_gives_the_sums_of_all_readings,
        thinning_leaves_hours_and_then_days,
        many_hours_are_summed_up_step_by_step,
        the_history_goes_with_its_vehicle,
        another_owner_of_the_vehicle_sees_nothing_of_it,
        readings_are_read_page_by_page;
    charging:
        a_session_is_counted_from_what_the_car_says,
        late_and_doubled_readings_come_out_right,
        sessions_outlive_their_readings,
        a_car_that_never_says_so_has_no_sessions;
    holds:
        one_at_a_time_reads_a_vehicle,
        nobody_reads_a_vehicle_that_is_gone,
        the_mark_of_a_garage_changes_with_its_owners;
    watch:
        a_rule_is_kept_and_begins_anew_when_it_changes,
        a_notice_is_raised_once_and_ends,
        two_looks_at_once_raise_one_notice,
        one_question_finds_what_is_due_of_every_vehicle,
        a_notice_is_put_away_by_its_owner_alone,
        what_is_switched_off_ends_its_notice,
        rules_and_notices_go_with_their_vehicle,
        notices_of_long_ago_are_removed;
    ending:
        the_database_answers;
}

async fn tell<Part: Future<Output = ()>>(
    database: database::TestStore,
    part: impl Fn(Arc<dyn Store>) -> Part,
) {
    part(Arc::clone(&database.store)).await;
    database.store.close().await;
}

fn now() -> time::OffsetDateTime {
    SetClock::new().now()
}

fn garage(name: &str) -> GarageId {
    GarageId(name.to_owned())
}

fn vehicle(owner: &str, id: &str) -> StoredVehicle {
    StoredVehicle {
        owner: UserId::new(owner),
        vehicle: VehicleId::new(id),
        connection: ConnectionId::new(format!("connection-{id}")),
        description: VehicleDescription {
            make: Some("TESLA".to_owned()),
            model: Some("Model 3".to_owned()),
            year: Some(2020),
            powertrain_type: Some("BEV".to_owned()),
            mode: Some("simulated".to_owned()),
        },
        permissions: vec!["read_vehicle_info".to_owned(), "read_odometer".to_owned()],
        connected_at: now(),
        read_at: now(),
    }
}

pub(crate) async fn admit(store: &Arc<dyn Store>, garage_name: &str, owner: &str, ids: &[&str]) {
    let vehicles: Vec<StoredVehicle> = ids.iter().map(|id| vehicle(owner, id)).collect();
    store
        .admit_owner(&garage(garage_name), &UserId::new(owner), &vehicles, now())
        .await
        .unwrap();
}

async fn ids(store: &Arc<dyn Store>, garage_name: &str) -> Vec<String> {
    let vehicles = store.vehicles(&garage(garage_name)).await.unwrap();
    vehicles
        .iter()
        .map(|row| row.vehicle.vehicle.as_str().to_owned())
        .collect()
}
