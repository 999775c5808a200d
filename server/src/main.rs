//! The program `carport`.

use std::{error::Error, path::PathBuf, process::ExitCode};

use clap::Parser;
use server::{
    config::{Command, CommandLine, Config},
    lifecycle, telemetry,
};
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main]
async fn main() -> ExitCode {
    match start(CommandLine::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tell(error.as_ref());
            ExitCode::FAILURE
        }
    }
}

async fn start(command_line: CommandLine) -> Result<(), Box<dyn Error + Send + Sync>> {
    let shutdown = shutdown()?;
    match command_line.command {
        Some(Command::Simulator(arguments)) => {
            smartcar_simulator::serve(arguments, shutdown).await?;
        }
        None => {
            let config = Config::from_arguments(&command_line.arguments)?;
            telemetry::start(&config.log, config.log_format)?;
            let program = std::env::current_exe().unwrap_or_else(|_| PathBuf::from("carport"));
            lifecycle::run(config, &program, shutdown).await?;
        }
    }
    Ok(())
}

/// Ends at SIGTERM, as service managers send it, and at Ctrl-C.
fn shutdown() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// One line, with the causes behind it.
#[expect(
    clippy::print_stderr,
    reason = "the log may not have started, and the operator is at the terminal"
)]
fn tell(error: &(dyn Error + 'static)) {
    eprintln!("carport: {}", telemetry::in_one_line(error));
}
