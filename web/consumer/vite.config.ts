import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// In development the gateway answers the API: ./platform start, then npm run dev.
const gateway = process.env.GATEWAY_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
  },
  server: { proxy: { '/api': gateway } },
  build: {
    // Packaged into the gateway's jar; later pages go beside it as dist/merchant and dist/admin.
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2020',
    // Inlined assets would need looser content rules than the gateway's.
    assetsInlineLimit: 0,
  },
  test: { include: ['tests/unit/**/*.spec.ts'], environment: 'node' },
})
