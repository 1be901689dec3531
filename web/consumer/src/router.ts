import { createRouter, createWebHashHistory } from 'vue-router'
import NearbyPage from './pages/NearbyPage.vue'

// Hash addresses: the gateway serves one page, whatever is behind the #.
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'nearby', component: NearbyPage },
    { path: '/coupons', name: 'coupons', component: () => import('./pages/CouponsPage.vue') },
    { path: '/:rest(.*)', redirect: '/' },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})
