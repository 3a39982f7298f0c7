// Jest evaluates CommonJS packages while it links the ES module graph. CommonJS packages that require() Nest 12 (ESM)
// must find it already evaluated.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
