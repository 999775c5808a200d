//! The pages as a browser gets them: through a router, from a garage that answers as the test says.
#![expect(
    clippy::unwrap_used,
    reason = "the supports of a test stop it where they cannot go on"
)]

mod cars;
mod forms;
mod garage_page;
mod history_page;
mod markup;
mod notices_page;
mod page_reading;
mod pages;
mod settings_page;
mod support;
mod vehicle_hostile;
mod vehicle_page;
mod vehicle_picture;
mod vehicle_readings;
