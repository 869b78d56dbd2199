//! Gives the programs of Windows their icon, version and manifest; does nothing for other systems.

fn main() {
    println!("cargo::rerun-if-changed=assets/packaging/windows");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("windows") {
        return;
    }
    let mut resources = winresource::WindowsResource::new();
    resources
        .set("ProductName", "Crosscheck")
        .set_icon("assets/packaging/windows/crosscheck.ico")
        .set_manifest_file("assets/packaging/windows/crosscheck.manifest");
    // Checking the code for Windows on another system must not need the tools of Windows.
    if let Err(error) = resources.compile() {
        println!("cargo::warning=the program gets no icon and no manifest, install the resource compiler: {error}");
    }
}
