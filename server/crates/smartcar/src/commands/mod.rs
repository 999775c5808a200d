//! What is asked of a vehicle (reference 5).

mod charge_limit;
mod command;
mod outcome;
mod schedule;
mod time_of_day;

use http::StatusCode;

pub use charge_limit::ChargeLimit;
pub use command::Command;
pub use outcome::{CommandOutcome, CommandStatus};
pub use schedule::{ChargeSchedule, Day, ScheduleTimes, WeeklyWindows, WorkweekWindows};
pub use time_of_day::{ChargeWindow, TimeOfDay};

use crate::{Client, Error, UserId, VehicleId, transport::Call};

impl Client {
    /// Asks something of a vehicle, and waits until Smartcar says what became of it (reference 5).
    ///
    /// It is sent **once**, and never again by itself: a second `unlock` is another unlock. (Only
    /// after a `401`, which says that nothing was done, it is sent once more with a new token.)
    /// Smartcar begins to answer early and ends late, so the whole answer may take
    /// [`command_timeout`](crate::ClientBuilder::command_timeout).
    ///
    /// ```no_run
    /// # async fn example(
    /// #     client: smartcar::Client,
    /// #     user: smartcar::UserId,
    /// #     vehicle: smartcar::VehicleId,
    /// # ) {
    /// use smartcar::commands::Command;
    ///
    /// match client.execute(&user, &vehicle, &Command::Lock).await {
    ///     Ok(outcome) if outcome.is_success() => println!("The car maker took it."),
    ///     Ok(outcome) => println!("It ended with {}.", outcome.status),
    ///     Err(error) if error.outcome_is_unknown() => println!("It may have been locked."),
    ///     Err(error) => println!("It was not locked: {error}"),
    /// }
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Any failure of the request; an error that the body of a success reports, in any of its
    /// shapes, with that error's status;
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for an identifier that
    /// cannot stand in a path or a header. [`Error::outcome_is_unknown`] tells whether the vehicle
    /// may have done it all the same.
    pub async fn execute(
        &self,
        user: &UserId,
        vehicle: &VehicleId,
        command: &Command,
    ) -> Result<CommandOutcome, Error> {
        let url = command.url(&self.origins().vehicle, vehicle)?;
        let mut call = Call::new(command.route(), url).of_user(user)?;
        if let Some(body) = command.body() {
            call = call.with_json(&body);
        }
        let answer = self.call(&call).await?;
        answer.refuse_reported_error()?;
        let is_done = answer.status() == StatusCode::NO_CONTENT
            || (call.route().is_deletion() && answer.is_empty());
        let outcome = if is_done {
            CommandOutcome::done()
        } else {
            let outcome::ExecutionRecord(outcome) = answer.resource()?;
            outcome
        };
        Ok(CommandOutcome {
            request_id: answer.request_id(),
            ..outcome
        })
    }
}
