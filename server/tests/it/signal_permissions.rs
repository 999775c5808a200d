//! The permission of each signal: `app` may not know the client crate, so both have a table of it.

use smartcar::signals::KnownSignal;

#[test]
fn the_pages_and_the_client_agree_on_the_permission_of_every_signal() {
    for signal in KnownSignal::ALL {
        let documented = signal.documented_permission();
        assert_eq!(
            app::vehicle::permission_of(signal.code()),
            documented
                .as_ref()
                .map(|documented| documented.permission.as_str()),
            "{signal}"
        );
    }
}
