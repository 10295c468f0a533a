import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_webhook","description":"the signature of a webhook does not fit, or it is too old.","frontmatter":{"title":"invalid_webhook","description":"the signature of a webhook does not fit, or it is too old.","code":"invalid_webhook","prev":false,"next":false},"headers":[],"relativePath":"codes/invalid_webhook.md","filePath":"codes/invalid_webhook.md"}');
const _sfc_main = { name: "codes/invalid_webhook.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_webhook" tabindex="-1">invalid_webhook <a class="header-anchor" href="#invalid_webhook" aria-label="Permalink to &quot;invalid\\_webhook&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/invalid_webhook.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p>the signature of a webhook does not fit, or it is too old</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/invalid_webhook.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_webhook = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_webhook as default
};
