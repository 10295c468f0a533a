import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"too_many_requests","description":"limit said so; with Retry-After.","frontmatter":{"title":"too_many_requests","description":"limit said so; with Retry-After.","code":"too_many_requests","prev":false,"next":false},"headers":[],"relativePath":"codes/too_many_requests.md","filePath":"codes/too_many_requests.md"}');
const _sfc_main = { name: "codes/too_many_requests.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="too_many_requests" tabindex="-1">too_many_requests <a class="header-anchor" href="#too_many_requests" aria-label="Permalink to &quot;too\\_many\\_requests&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/too_many_requests.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p><code>limit</code> said so; with <code>Retry-After</code></p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/too_many_requests.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const too_many_requests = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  too_many_requests as default
};
