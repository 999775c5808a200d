//! Smartcar's users: the owners of the accounts.

use uuid::Uuid;

use super::{ExternalIdChange, World};
use crate::fleet::EmailAddress;
use crate::quirks::Quirks;

/// An owner, as Smartcar knows one (reference 12.2).
#[derive(Debug, Clone)]
pub(crate) struct User {
    pub(crate) id: Uuid,
    pub(crate) email: EmailAddress,
    external_id: Option<String>,
    /// So many listings do not know the external id yet.
    hidden_reads: u32,
    /// The car's maker does not know the log-in any more (reference 1.5).
    pub(crate) must_log_in_again: bool,
}

impl User {
    pub(crate) fn new(id: Uuid, email: EmailAddress) -> Self {
        Self {
            id,
            email,
            external_id: None,
            hidden_reads: 0,
            must_log_in_again: false,
        }
    }

    pub(crate) fn change_external_id(&mut self, change: &ExternalIdChange, quirks: &Quirks) {
        match change {
            ExternalIdChange::Keep => return,
            ExternalIdChange::Clear => self.external_id = None,
            ExternalIdChange::Set(text) => self.external_id = Some(text.clone()),
        }
        self.hidden_reads = quirks.external_id_delay_reads;
    }

    /// The external id as it is stored.
    pub(crate) fn stored_external_id(&self) -> Option<&str> {
        self.external_id.as_deref()
    }

    /// The external id as the API shows it at present.
    pub(crate) fn visible_external_id(&self, quirks: &Quirks) -> Option<&str> {
        self.external_id
            .as_deref()
            .filter(|_| self.hidden_reads == 0 && !quirks.omit_external_id)
    }

    /// Counts one listing that could have shown the external id.
    pub(crate) fn count_read(&mut self) {
        self.hidden_reads = self.hidden_reads.saturating_sub(1);
    }
}

impl World {
    /// Removes a user with every connection, vehicle and log-in; whether there was one.
    pub(crate) fn remove_user(&mut self, id: Uuid) -> bool {
        self.connections
            .retain(|connection| connection.user_id != id);
        self.vehicles.retain(|_, vehicle| vehicle.owner != id);
        self.logins.forget_user(id);
        self.users.remove(&id).is_some()
    }

    /// The e-mail address behind a user id.
    pub(crate) fn account_of(&self, user_id: Uuid) -> Option<&EmailAddress> {
        self.users.get(&user_id).map(|user| &user.email)
    }
}
