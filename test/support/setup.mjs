// What tests start runs the build, not the sources.
delete process.env.NODE_OPTIONS;
