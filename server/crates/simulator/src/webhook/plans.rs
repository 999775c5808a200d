//! What is planned for the events that are to come.

use uuid::Uuid;

use super::book::WebhookBook;
use super::mishap::{Mishap, PlannedMishap};

/// So many mishaps can be planned for a webhook.
const MOST_MISHAPS: usize = 50;

impl WebhookBook {
    /// Says what is to become of events that are still to come.
    pub(crate) fn plan(&mut self, webhook_id: Uuid, planned: PlannedMishap) -> Result<(), String> {
        if self.planned_for(webhook_id).count() == MOST_MISHAPS {
            return Err(format!("{MOST_MISHAPS} mishaps are planned already."));
        }
        self.planned.push((webhook_id, planned));
        Ok(())
    }

    pub(crate) fn planned_for(&self, webhook_id: Uuid) -> impl Iterator<Item = &PlannedMishap> {
        self.planned
            .iter()
            .filter(move |(id, _)| *id == webhook_id)
            .map(|(_, planned)| planned)
    }

    pub(crate) fn forget_plans(&mut self, webhook_id: Uuid) {
        self.planned.retain(|(id, _)| *id != webhook_id);
    }

    pub(super) fn take_mishap(
        &mut self,
        webhook_id: Uuid,
        vehicle_id: Option<Uuid>,
    ) -> Option<Mishap> {
        let index = self.planned.iter().position(|(id, planned)| {
            *id == webhook_id && (planned.vehicle.is_none() || planned.vehicle == vehicle_id)
        })?;
        let (_, planned) = self.planned.get_mut(index)?;
        planned.times = planned.times.saturating_sub(1);
        let mishap = planned.mishap;
        if planned.times == 0 {
            self.planned.remove(index);
        }
        Some(mishap)
    }
}
