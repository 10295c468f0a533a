import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_sdk_app_id","description":"sdkAppId 不是 1 至 4294967295 的整数. 从腾讯云控制台复制应用的 SDKAppID，并以数字类型传入。","frontmatter":{"title":"invalid_sdk_app_id","description":"sdkAppId 不是 1 至 4294967295 的整数. 从腾讯云控制台复制应用的 SDKAppID，并以数字类型传入。","code":"invalid_sdk_app_id","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/invalid_sdk_app_id.md","filePath":"zh/codes/invalid_sdk_app_id.md"}');
const _sfc_main = { name: "zh/codes/invalid_sdk_app_id.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_sdk_app_id" tabindex="-1">invalid_sdk_app_id <a class="header-anchor" href="#invalid_sdk_app_id" aria-label="Permalink to &quot;invalid\\_sdk\\_app\\_id&quot;">​</a></h1><p><a href="/usersig/codes/invalid_sdk_app_id.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>sdkAppId 不是 1 至 4294967295 的整数</p><p><strong>处理办法:</strong> 从腾讯云控制台复制应用的 SDKAppID，并以数字类型传入。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/invalid_sdk_app_id.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_sdk_app_id = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_sdk_app_id as default
};
