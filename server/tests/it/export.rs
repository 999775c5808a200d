//! What an owner takes along.

mod scene;
mod whole;

use std::collections::HashMap;

use futures::StreamExt;
use serde_json::Value;
use server::storage::SignalReport;

use scene::{Scene, battery};

const FILES: [&str; 4] = ["export.csv", "export.json", "commands.csv", "commands.json"];

#[tokio::test]
async fn a_car_of_nobody_here_is_not_found_and_a_visitor_is_signed_out() {
    let scene = Scene::start().await;
    let mut other = scene.carport.browser();
    let others = scene
        .carport
        .connect(&mut other, "another@example.com")
        .await;
    let mut browser = scene.browser.clone();
    let mut visitor = scene.carport.browser();
    let own = format!("/vehicle/{}", scene.grant.vehicles[0]);
    let page = visitor.get(&own).await;
    let home = page.location().to_owned();
    for file in FILES {
        for id in [
            others.vehicles[0].as_str(),
            "nonsense",
            "..%2F..",
            "%00",
            "{id}",
        ] {
            let page = browser.get(&format!("/vehicle/{id}/{file}")).await;
            page.assert_status(404).assert_shows("not among yours");
            assert_eq!(page.header("content-disposition"), "");
        }
        let page = visitor.get(&scene.address(file)).await;
        assert_eq!(page.location(), home);
        assert_eq!(page.header("content-disposition"), "");
        page.assert_hides(&scene.grant.user);
    }
    browser
        .get("/vehicle/%ff/export.csv")
        .await
        .assert_status(400);
}

#[tokio::test]
async fn a_file_is_named_and_kept_out_of_caches() {
    let mut scene = Scene::start().await;
    let address = scene.address("export.csv");
    let name = "\"; filename=\"evil.exe\r\nX-Evil: yes";
    scene.rename(name).await;
    let page = scene.browser.get(&address).await;
    page.assert_status(200);
    assert_eq!(
        page.header("content-disposition"),
        "attachment; filename=\"filename-evil-exe-x-evil-yes-2026-11-23.csv\""
    );
    assert_eq!(
        page.header("content-type"),
        "text/csv; charset=utf-8; header=present"
    );
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(page.header("x-evil"), "");
    let json = scene.address("commands.json");
    let page = scene.browser.get(&json).await;
    assert_eq!(page.header("content-type"), "application/json");
    assert!(
        page.header("content-disposition")
            .ends_with("-commands-2026-11-23.json\"")
    );
    for file in FILES {
        assert!(
            !scene.text(file).await.contains(&scene.grant.user),
            "{file}"
        );
    }
}

#[tokio::test]
async fn hostile_text_stays_text_in_its_cell() {
    let scene = Scene::start().await;
    let name = "=HYPERLINK(\"http://evil.example\",\"a\")\r\n,\"next\"";
    scene.rename(name).await;
    let hostile = SignalReport {
        code: "@SUM(1+1)*cmd|' /C calc'!A0".to_owned(),
        json: "-2+3\u{202e}🚗\",\r\n".to_owned(),
        ..battery(scene.now(), 1.0)
    };
    scene.take_in(std::slice::from_ref(&hostile)).await;
    let mut command = scene
        .command(0, r#"{"command":"+lock","argument":"=1"}"#)
        .await;
    command.request_id = Some("\t=1".to_owned());
    command.refusal = Some("-1".to_owned());
    scene.store().save_command(&command).await.unwrap();

    let rows = scene.table("export.csv").await;
    let named = |name: &str| rows.iter().find(|row| row["name"] == name).unwrap();
    assert_eq!(named("given_name")["text"], format!("'{name}"));
    let signal = named(&format!("'{}", hostile.code));
    assert_eq!(signal["record"], "signal");
    assert!(signal["text"].contains("🚗"));
    for cell in rows.iter().flat_map(HashMap::values) {
        assert!(
            !cell.starts_with(['=', '+', '@', '\t', '\r', '\n']),
            "{cell}"
        );
        assert!(
            !cell.starts_with('-') || cell.parse::<f64>().is_ok(),
            "{cell}"
        );
    }
    let commands = scene.table("commands.csv").await;
    assert_eq!(commands[0]["command"], "'+lock");
    assert_eq!(commands[0]["argument"], "'=1");
    assert_eq!(commands[0]["smartcar_request_id"], "'\t=1");
    assert_eq!(commands[0]["refusal"], "'-1");
    // JSON has no formulas.
    let document = scene.document("export.json").await;
    assert_eq!(document["vehicle"]["given_name"], name);
    let signals = document["signals"].as_array().unwrap();
    let signal = signals
        .iter()
        .find(|one| one["code"] == hostile.code.as_str());
    assert_eq!(signal.unwrap()["body"], hostile.json.as_str());
    let commands = scene.document("commands.json").await;
    assert_eq!(commands["commands"][0]["command"], "+lock");
}

#[tokio::test]
async fn a_large_file_comes_in_small_pieces() {
    const READINGS: u32 = 40_000;
    let scene = Scene::start().await;
    scene.take_in_readings(READINGS).await;
    for (file, encoding) in [("export.csv", "identity"), ("export.json", "gzip")] {
        let response = scene.browser.download(&scene.address(file), encoding).await;
        assert_eq!(response.status(), 200);
        assert!(!response.headers().contains_key("content-length"));
        let mut chunks = response.into_body().into_data_stream();
        let (mut pieces, mut largest) = (0, 0);
        while let Some(chunk) = chunks.next().await {
            largest = largest.max(chunk.unwrap().len());
            pieces += 1;
        }
        assert!(largest < 256 * 1024, "{largest}");
        assert!(pieces > 10, "{pieces}");
    }
    let rows = scene.table("export.csv").await;
    let readings: Vec<_> = rows
        .iter()
        .filter(|row| row["record"] == "reading" && row["name"] == "battery")
        .collect();
    // The simulator's car has said something too.
    assert!(readings.len() >= READINGS as usize);
    assert!(readings.is_sorted_by_key(|row| &row["from_utc"]));
    let document = scene.document("export.json").await;
    let history = document["history"].as_array().unwrap();
    let battery = history
        .iter()
        .find(|one| one["measure"] == "battery")
        .unwrap();
    assert_eq!(
        battery["readings"].as_array().unwrap().len(),
        readings.len()
    );
    assert_eq!(battery["unit"], "%");
}

#[tokio::test]
async fn a_file_that_breaks_off_does_not_look_whole() {
    for encoding in ["identity", "gzip", "br"] {
        for file in ["export.csv", "export.json"] {
            let scene = Scene::start().await;
            scene.take_in_readings(20_000).await;
            let response = scene.browser.download(&scene.address(file), encoding).await;
            let mut chunks = response.into_body().into_data_stream();
            chunks.next().await.unwrap().unwrap();
            scene.store().close().await;
            let mut last = None;
            while let Some(chunk) = chunks.next().await {
                let is_error = chunk.is_err();
                last = Some(chunk);
                if is_error {
                    break;
                }
            }
            assert!(last.unwrap().is_err(), "{file} {encoding}");
        }
    }
}

#[tokio::test]
async fn the_whole_ledger_of_commands_is_in_the_file() {
    const COMMANDS: u32 = 450;
    let scene = Scene::start().await;
    for number in 0..COMMANDS {
        scene
            .command(number, r#"{"command":"setChargeLimit","argument":80}"#)
            .await;
    }
    let rows = scene.table("commands.csv").await;
    let ids: Vec<_> = rows.iter().map(|row| row["id"].clone()).collect();
    let expected: Vec<_> = (0..COMMANDS)
        .map(|number| format!("command-{number:05}"))
        .collect();
    assert_eq!(ids, expected);
    assert_eq!(rows[0]["command"], "setChargeLimit");
    assert_eq!(rows[0]["argument"], "80");
    assert_eq!(rows[0]["state"], "refused");
    assert_eq!(rows[0]["asked_at_utc"], "2026-11-23T10:00:00.000Z");
    assert_eq!(rows[0]["seen_at_utc"], "");
    let document = scene.document("commands.json").await;
    let commands = document["commands"].as_array().unwrap();
    assert_eq!(commands.len(), COMMANDS as usize);
    assert_eq!(commands[0]["argument"], 80);
    assert_eq!(commands[0]["seen_at"], Value::Null);
}
