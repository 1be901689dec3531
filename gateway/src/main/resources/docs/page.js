const services = ['user-service', 'merchant-service', 'geo-search-service', 'loan-service', 'wechat-adapter']
window.ui = SwaggerUIBundle({
  dom_id: '#page',
  urls: services.map((name) => ({ name, url: `/v3/api-docs/${name}` })),
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  validatorUrl: null,
})
